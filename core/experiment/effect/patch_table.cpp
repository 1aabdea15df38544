#include "core/experiment/effect/patch_table.h"

#include "core/error.h"
#include "core/experiment/reading/token_alignment.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr int cells_together = 8;

/** Two runs whose measures are nearer than this say the same: a share of nothing would be noise. */
constexpr double least_difference = 1e-4;

std::vector<int> idsOf(const std::vector<Token>& tokens)
{
    std::vector<int> ids;
    for (const Token& token : tokens)
        ids.push_back(token.id);
    return ids;
}

RowVector<float> logitsAt(const Trace& trace, int row)
{
    const WordScores scores = wordScoresAt(trace, row);
    return Eigen::Map<const RowVector<float>>(scores.logits.data(), std::ssize(scores.logits));
}

/** The second run, whose decoder reads the words that the first one wrote before the one that is asked about. */
RunRequest upToWord(RunRequest request, const Trace& first, int position)
{
    request.forced_target.clear();
    if (!first.config.hasDecoder())
        return request;
    for (int t = first.config.hasEncoder() ? 0 : std::max(0, first.given - 1); t < position; ++t)
        request.forced_target.push_back(first.written[static_cast<std::size_t>(t)].id);
    request.decoding.kind = DecodingKind::Greedy;
    request.decoding.max_new_tokens = static_cast<int>(request.forced_target.size()) + 1;
    return request;
}

std::vector<std::string> patchedTensors(const ModelConfig& config, AttentionSite site, PatchedRecord record)
{
    std::vector<std::string> tensors;
    const int layers = site == AttentionSite::Encoder ? config.encoder_layers : config.decoder_layers;
    if (record == PatchedRecord::Stream)
        tensors.emplace_back(stackInputTensor(site));
    for (int layer = 0; layer < layers; ++layer)
        switch (record) {
        case PatchedRecord::Stream:
            tensors.push_back(layerTensor(site, layer, LayerPart::Output));
            break;
        case PatchedRecord::Attention:
            tensors.push_back(attentionTensor(site, layer, AttentionPart::Output));
            break;
        case PatchedRecord::Head:
            tensors.push_back(attentionTensor(site, layer, AttentionPart::Mixed));
            break;
        case PatchedRecord::CrossAttention:
            tensors.push_back(attentionTensor(AttentionSite::DecoderCross, layer, AttentionPart::Output));
            break;
        case PatchedRecord::FeedForward:
            tensors.push_back(layerTensor(site, layer, LayerPart::FeedForwardOutput));
            break;
        }
    return tensors;
}

void requireStack(const ModelConfig& config, const PatchTask& task)
{
    if (task.record == PatchedRecord::Head && (task.head < 0 || task.head >= config.n_heads))
        throw Error({Message::tr("head %1", task.head), {},
            Message::tr("a head from 0 to %1", config.n_heads - 1), {}});
    const bool is_encoder = task.stack == AttentionSite::Encoder;
    const bool is_there = is_encoder ? config.hasEncoder() : config.hasDecoder();
    const bool wants_cross = task.record == PatchedRecord::CrossAttention;
    if (is_there && !(wants_cross && (is_encoder || !config.hasCrossAttention())))
        return;
    throw Error({is_there ? Message::tr("cross-attention") : Message::tr("a stack that is not there"), {},
        Message::tr("vectors that %1 has", config.name), {}});
}

class PatchTableJob final : public JobOf<PatchTable>
{
public:
    PatchTableJob(WordQuestion question, PatchTask task)
        : m_trials(std::move(question))
        , m_task(std::move(task))
    {
        requireStack(m_trials.config(), m_task);
        m_table.asked = m_trials.question().asked;
        m_table.tensors = patchedTensors(m_trials.config(), m_task.stack, m_task.record);
        if (m_task.record == PatchedRecord::Head)
            m_table.head = m_task.head;
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_table.other)
            runOther(watch);
        else
            for (int i = 0; i < cells_together && m_next < cellCount(); ++i)
                fillNext(watch);
        if (watch.progress)
            watch.progress(std::uint64_t(m_table.tried), std::uint64_t(m_table.trials));
        publish(m_table);
        return m_next < cellCount();
    }

    Message doing() const override
    {
        return m_table.other ? Message::tr("Carrying vectors from one run into the other")
                             : Message::tr("Running the other sentence");
    }

private:
    std::size_t cellCount() const { return m_table.tensors.size() * m_table.tokens.size(); }

    double measured(const RowVector<float>& logits) const
    {
        const int id = m_table.asked.token.id;
        return m_table.rival
            ? static_cast<double>(logits(id)) - static_cast<double>(logits(m_table.rival->id))
            : logProbability(logits, id);
    }

    SaidWord saidBy(const RowVector<float>& logits) const
    {
        Eigen::Index likeliest = 0;
        logits.maxCoeff(&likeliest);
        return {std::exp(logProbability(logits, m_table.asked.token.id)), static_cast<int>(likeliest)};
    }

    void runOther(const JobWatch& watch)
    {
        const WordQuestion& question = m_trials.question();
        const int position = m_table.asked.position;
        m_table.other = std::make_shared<const Trace>(
            runLean(question.model, upToWord(m_task.other, m_trials.trace(), position), watch.cancel));
        align();
        const bool is_text = !m_trials.config().hasCrossAttention();
        const int row = is_text ? m_table.counterparts.at(static_cast<std::size_t>(position)) : position;
        const RowVector<float> other = logitsAt(*m_table.other, row);
        chooseRival(other);
        m_table.value = measured(m_trials.logits());
        m_table.other_value = measured(other);
        m_table.said = saidBy(m_trials.logits());
        m_table.other_said = saidBy(other);
        if (std::abs(m_table.other_value - m_table.value) < least_difference)
            throw Error({Message::tr("two runs in which “%1” is equally likely", m_table.asked.token.text),
                {}, Message::tr("runs that differ in the word that is asked about"),
                Message::tr("Ask for another word, or change the second sentence.")});
    }

    /** Of a causal stack only the rows up to the word count. */
    void align()
    {
        const bool is_decoder = m_task.stack != AttentionSite::Encoder;
        const Trace& first = m_trials.trace();
        const Trace& second = *m_table.other;
        m_table.tokens = is_decoder ? first.target : first.source;
        const std::vector<Token>& others = is_decoder ? second.target : second.source;
        const bool is_text = !is_decoder || !m_trials.config().hasEncoder();
        // Both decoders read the same words behind an encoder; the first has perhaps gone on writing.
        const std::size_t given =
            is_decoder && is_text ? static_cast<std::size_t>(first.given) : m_table.tokens.size();
        const std::size_t other_given =
            is_decoder && is_text ? static_cast<std::size_t>(second.given) : others.size();
        if (is_text && given != other_given && !m_task.aligns)
            throw Error({Message::tr("a second sentence of %1 tokens", other_given), {},
                Message::tr("%1 tokens, as the first one has", given),
                Message::tr("Choose a twin that is as long, or have the words aligned.")});
        const auto read = static_cast<std::size_t>(m_table.asked.position) + 1;
        std::vector<int> ids = idsOf(m_table.tokens), other_ids = idsOf(is_text ? others : m_table.tokens);
        if (is_decoder && is_text) {
            // As far as the text or the word: what either has written behind that has no counterpart.
            const std::size_t behind = std::max(given, read) - given;
            ids.resize(std::min(ids.size(), given + behind));
            other_ids.resize(std::min(other_ids.size(), other_given + behind));
        }
        m_table.counterparts = alignedTokens(ids, other_ids);
        if (is_decoder) {
            m_table.tokens.resize(read);
            m_table.counterparts.resize(read);
        }
        if (!m_trials.config().hasCrossAttention()
            && m_table.counterparts.at(static_cast<std::size_t>(m_table.asked.position)) == no_counterpart)
            throw Error({Message::tr("no counterpart of the place that is asked about"), {},
                Message::tr("two sentences that both have it"), {}});
        m_table.cells.assign(
            m_table.tensors.size(), std::vector<std::optional<PatchCell>>(m_table.tokens.size()));
        m_table.trials = static_cast<int>(m_table.tensors.size())
            * static_cast<int>(std::count_if(m_table.counterparts.begin(), m_table.counterparts.end(),
                [](int place) { return place != no_counterpart; }));
    }

    void chooseRival(const RowVector<float>& other)
    {
        m_table.rival = m_task.rival;
        Eigen::Index likeliest = 0;
        other.maxCoeff(&likeliest);
        if (!m_table.rival && likeliest != m_table.asked.token.id)
            m_table.rival = m_trials.question().model->tokenizer.token(static_cast<int>(likeliest));
        if (m_table.rival && m_table.rival->id == m_table.asked.token.id)
            throw Error({Message::tr("“%1” against itself", m_table.asked.token.text), {},
                Message::tr("another word as its rival"), {}});
    }

    void fillNext(const JobWatch& watch)
    {
        const std::size_t row = m_next / m_table.tokens.size(), column = m_next % m_table.tokens.size();
        ++m_next;
        if (m_table.counterparts[column] == no_counterpart)
            return;
        const RowVector<float> logits = m_trials.logits({m_table.change(row, column)}, watch.cancel);
        const double value = measured(logits);
        m_table.cells[row][column] =
            PatchCell{value, (value - m_table.value) / (m_table.other_value - m_table.value), saidBy(logits)};
        ++m_table.tried;
    }

    WordTrials m_trials;
    PatchTask m_task;
    PatchTable m_table;
    std::size_t m_next = 0;
};

} // namespace

Change PatchTable::change(std::size_t row, std::size_t column) const
{
    const MatrixSlice vectors =
        head == every ? matrixOf(*other, tensors.at(row)) : headOf(*other, tensors.at(row), head);
    const std::span<const float> vector = vectors.row(counterparts.at(column));
    Change change{tensors[row], head, static_cast<int>(column)};
    change.values.assign(vector.begin(), vector.end());
    return change;
}

std::vector<int> PatchTable::strongest() const
{
    std::vector<int> result;
    for (const auto& row : cells) {
        int best = no_counterpart;
        for (std::size_t t = 0; t < row.size(); ++t)
            if (row[t]
                && (best == no_counterpart || row[t]->share > row[static_cast<std::size_t>(best)]->share))
                best = static_cast<int>(t);
        result.push_back(best);
    }
    return result;
}

std::unique_ptr<JobOf<PatchTable>> patchTableJob(WordQuestion question, PatchTask task)
{
    return std::make_unique<PatchTableJob>(std::move(question), std::move(task));
}

} // namespace glassformer
