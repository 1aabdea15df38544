#include "core/learn/training/training_stage.h"

#include "core/learn/training/language_task.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

/** A stream of random numbers for one purpose at one place of the training: nothing depends on what ran before. */
Random randomFor(
    const Recipe& recipe, std::size_t stage, std::int64_t chunk, std::int64_t batch, std::size_t shard)
{
    std::uint32_t mixed = recipe.seed * 2654435761u;
    for (const auto part : {static_cast<std::int64_t>(stage), chunk, batch, static_cast<std::int64_t>(shard)})
        mixed = (mixed ^ static_cast<std::uint32_t>(part + 1)) * 2246822519u + 374761393u;
    return Random(mixed);
}

std::vector<AdamSlot> adamSlots(TransformerWeights<float>& weights, TransformerWeights<float>& gradients,
    HeadGates& gates, HeadGates& gate_gradients)
{
    std::vector<AdamSlot> slots;
    const std::vector<WeightSlot<float>> values = weightSlots(weights);
    const std::vector<WeightSlot<float>> derivatives = weightSlots(gradients);
    for (std::size_t i = 0; i < values.size(); ++i)
        slots.push_back({values[i].data, derivatives[i].data, values[i].size});
    for (auto site : {&HeadGates::encoder, &HeadGates::decoder_self, &HeadGates::decoder_cross})
        for (std::size_t l = 0; l < (gates.*site).size(); ++l)
            slots.push_back(
                {(gates.*site)[l].data(), (gate_gradients.*site)[l].data(), (gates.*site)[l].size()});
    return slots;
}

void addInto(TransformerWeights<float>& sum, TransformerWeights<float>& part)
{
    const std::vector<WeightSlot<float>> to = weightSlots(sum), from = weightSlots(part);
    for (std::size_t i = 0; i < to.size(); ++i)
        Eigen::Map<Eigen::VectorXf>(to[i].data, to[i].size) +=
            Eigen::Map<const Eigen::VectorXf>(from[i].data, from[i].size);
}

void setZero(TransformerWeights<float>& weights)
{
    for (const WeightSlot<float>& slot : weightSlots(weights))
        std::fill(slot.data, slot.data + slot.size, 0.0f);
}

void setZero(HeadGates& gates)
{
    for (auto site : {&HeadGates::encoder, &HeadGates::decoder_self, &HeadGates::decoder_cross})
        for (RowVector<float>& layer : gates.*site)
            layer.setZero();
}

void addInto(HeadGates& sum, const HeadGates& part)
{
    for (auto site : {&HeadGates::encoder, &HeadGates::decoder_self, &HeadGates::decoder_cross})
        for (std::size_t l = 0; l < (sum.*site).size(); ++l)
            (sum.*site)[l] += (part.*site)[l];
}

/** Rows of W_O that a head feeds are multiplied by its gate: the gate is gone, its effect stays. */
void foldGates(AttentionWeights<float>& attention, const RowVector<float>& gates, double threshold)
{
    const Eigen::Index d_k = attention.output.weight.rows() / gates.size();
    for (Eigen::Index h = 0; h < gates.size(); ++h) {
        const float gate = std::abs(gates(h)) < threshold ? 0.0f : gates(h);
        attention.output.weight.middleRows(h * d_k, d_k) *= gate;
    }
}

void foldGates(TransformerWeights<float>& weights, const HeadGates& gates, double threshold)
{
    if (gates.isEmpty())
        return;
    for (std::size_t l = 0; l < weights.encoder.layers.size(); ++l)
        foldGates(weights.encoder.layers[l].attention, gates.encoder[l], threshold);
    for (std::size_t l = 0; l < weights.decoder.layers.size(); ++l) {
        foldGates(weights.decoder.layers[l].attention, gates.decoder_self[l], threshold);
        foldGates(weights.decoder.layers[l].cross_attention, gates.decoder_cross[l], threshold);
    }
}

TrainingBatch makeTaskBatch(LearningTask task, std::span<const DrawnSentence> drawn, const TrainingData& data,
    const Stage& stage, Random& random)
{
    const SpecialTokens& special = data.tokenizer.specialTokens();
    switch (task) {
    case LearningTask::NextWord:
        return makeNextWordBatch(drawn, data.sentences, special.start);
    case LearningTask::FillGaps:
        return makeGapBatch(drawn, data.sentences, special.mask, stage, random);
    case LearningTask::Translate:
        break;
    }
    return makeBatch(drawn, data.sentences, special, stage, random);
}

/** Of the translator the pronoun counts, of the others the adjective that agrees with the noun of one number. */
TwinShares developmentShares(LearningTask task, const Transformer<float>& model, const TrainingData& data)
{
    const SpecialTokens& special = data.tokenizer.specialTokens();
    return task == LearningTask::Translate
        ? pronounShares(model, data.development, {Language::English, Language::French}, special)
        : adjectiveShares(model, data.development, Language::English, special);
}

} // namespace

void enterStage(const Recipe& recipe, TrainingState& state)
{
    state.adam = {};
    state.gates = {};
    if (state.stage == recipe.stages.size())
        return;
    const Stage& stage = recipe.stages[state.stage];
    Random random = randomFor(recipe, state.stage, -1, -1, 0);
    for (int i = 0; i < stage.add_encoder_layers; ++i) {
        state.model.weights.encoder.layers.push_back(identityEncoderLayer<float>(state.model.config, random));
        ++state.model.config.encoder_layers;
    }
    if (stage.gate_penalty > 0)
        state.gates = HeadGates::ones(state.model.config);
}

StageRun::StageRun(const Recipe& recipe, const TrainingData& data, TrainingState& state, int threads)
    : m_recipe(recipe)
    , m_stage(recipe.stages[state.stage])
    , m_data(data)
    , m_state(state)
    , m_threads(threads)
{
    for (Shard& shard : m_shards) {
        shard.gradients = zeroWeights<float>(state.model.config);
        shard.gate_gradients = state.gates;
    }
    for (std::size_t earlier = 0; earlier < state.stage; ++earlier)
        if (recipe.stages[earlier].remove_heads > 0)
            m_removed = removedHeads(state.model);
    drawBatches();
}

void StageRun::update()
{
    prepareShards();
    parallelForIf(m_threads > 1, std::ssize(m_shards),
        [this](std::ptrdiff_t shard) { runShard(m_shards[static_cast<std::size_t>(shard)]); });
    collect();
    const double rate =
        learningRateAt(m_state.step, m_stage.steps, m_stage.warm_up, m_stage.learning_rate, m_stage.schedule);
    adamStep(
        adamSlots(m_state.model.weights, m_shards[0].gradients, m_state.gates, m_shards[0].gate_gradients),
        m_recipe.adam, rate, m_state.adam);
    for (const HeadName& head : m_removed)
        removeHead(m_state.model, head);
    ++m_state.step;
    ++m_state.total_steps;
    advanceBatch();
}

TrainingProgress StageRun::report()
{
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - m_sums.since;
    TrainingProgress progress;
    progress.stage = m_stage.name;
    progress.step = m_state.step;
    progress.steps = m_stage.steps;
    progress.loss = m_sums.loss.smoothed / std::max(1.0, m_sums.rows);
    progress.log_likelihood = m_sums.loss.log_likelihood / std::max(1.0, m_sums.rows);
    progress.guidance_loss = m_sums.guidance / std::max(1.0, m_sums.guided_rows);
    progress.tokens_per_second = m_sums.tokens / std::max(1e-9, passed.count());
    double tokens_left = static_cast<double>((m_stage.steps - m_state.step) * m_stage.target_tokens);
    for (std::size_t s = m_state.stage + 1; s < m_recipe.stages.size(); ++s)
        tokens_left += static_cast<double>(m_recipe.stages[s].steps * m_recipe.stages[s].target_tokens);
    progress.seconds_left = tokens_left / std::max(1e-9, progress.tokens_per_second);
    Transformer<float> model = m_state.model;
    foldGates(model.weights, m_state.gates, m_recipe.gate_threshold);
    const TwinShares shares = developmentShares(m_recipe.task, model, m_data);
    progress.twin_single = shares.single;
    progress.twin_both = shares.both;
    progress.presentations = m_state.presentations;
    m_sums = {};
    return progress;
}

bool StageRun::reached(const TrainingProgress& progress) const
{
    return m_stage.until_both > 0 && progress.twin_both >= m_stage.until_both;
}

void StageRun::finish()
{
    foldGates(m_state.model.weights, m_state.gates, m_recipe.gate_threshold);
    if (m_stage.remove_heads > 0)
        removeIdleHeads(
            m_state.model, m_data.tokenizer.specialTokens(), m_data.removal, m_stage.remove_heads);
    ++m_state.stage;
    m_state.step = m_state.chunk = m_state.batch_in_chunk = 0;
    enterStage(m_recipe, m_state);
}

void StageRun::drawBatches()
{
    Random random = randomFor(m_recipe, m_state.stage, m_state.chunk, -1, 0);
    m_batches = drawChunk(m_data.sentences, m_stage, random);
}

void StageRun::advanceBatch()
{
    if (++m_state.batch_in_chunk < static_cast<std::int64_t>(m_batches.size()))
        return;
    ++m_state.chunk;
    m_state.batch_in_chunk = 0;
    drawBatches();
}

void StageRun::prepareShards()
{
    const std::vector<DrawnSentence>& all = m_batches[static_cast<std::size_t>(m_state.batch_in_chunk)];
    m_target_rows = m_guided_rows = 0;
    Stage stage = m_stage;
    if (m_state.step < m_stage.late_reference_from)
        stage.late_reference = 0;
    for (std::size_t shard = 0; shard < m_shards.size(); ++shard) {
        std::vector<DrawnSentence> mine;
        for (std::size_t i = shard; i < all.size(); i += m_shards.size())
            mine.push_back(all[i]);
        Random random = randomFor(m_recipe, m_state.stage, m_state.chunk, m_state.batch_in_chunk, shard);
        m_shards[shard].batch = makeTaskBatch(m_recipe.task, mine, m_data, stage, random);
        m_target_rows += static_cast<double>(m_shards[shard].batch.toldRows());
        m_sums.tokens += static_cast<double>(m_shards[shard].batch.target_out.size());
        m_guided_rows += static_cast<double>(m_shards[shard].batch.guided.size());
    }
    m_state.presentations += static_cast<std::int64_t>(all.size());
}

void StageRun::runShard(Shard& shard) const
{
    setZero(shard.gradients);
    setZero(shard.gate_gradients);
    shard.result = {};
    if (!shard.batch.target_out.empty())
        shard.result = addGradients(m_state.model, m_state.gates, shard.batch,
            {m_recipe.label_smoothing, m_stage.guidance, m_stage.sharpen, m_target_rows,
                std::max(1.0, m_guided_rows)},
            shard.gradients, shard.gate_gradients);
}

/** Sums the shards into the first, always in the same order, and adds the pull of the gates towards 0. */
void StageRun::collect()
{
    addInto(m_shards[0].gradients, m_shards[1].gradients);
    addInto(m_shards[0].gate_gradients, m_shards[1].gate_gradients);
    for (auto site : {&HeadGates::encoder, &HeadGates::decoder_self, &HeadGates::decoder_cross})
        for (std::size_t l = 0; l < (m_state.gates.*site).size(); ++l)
            (m_shards[0].gate_gradients.*site)[l].array() +=
                static_cast<float>(m_stage.gate_penalty) * (m_state.gates.*site)[l].array().sign();
    for (const Shard& shard : m_shards) {
        m_sums.loss += shard.result.loss;
        m_sums.guidance += shard.result.guidance_loss;
    }
    m_sums.rows += m_target_rows;
    m_sums.guided_rows += m_guided_rows;
}

} // namespace glassformer
