#include "core/trace/run/run_state.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace glassformer {
namespace {

Matrix<float> stacked(const Matrix<float>& before, int rows, const Matrix<float>& behind)
{
    if (behind.size() == 0)
        return {};
    Matrix<float> both(rows + behind.rows(), behind.cols());
    both.topRows(rows) = before.topRows(rows);
    both.bottomRows(behind.rows()) = behind;
    return both;
}

} // namespace

namespace {

/** Whether the decoder looks at other keys or values of the encoder's output than before. */
bool changesMemoryKeys(const Change& change)
{
    const std::optional<RecordPlace> place = recordPlace(change.tensor);
    return place && place->kind == RecordPlace::Kind::Attention && place->site == AttentionSite::DecoderCross
        && (place->attention_part == AttentionPart::Key || place->attention_part == AttentionPart::Value
            || place->attention_part == AttentionPart::ProjectedKey);
}

bool readsAhead(const ModelConfig& config, const Changes& changes)
{
    return controlsFor<float>(config, changes).reads_ahead;
}

} // namespace

HeldState heldState(std::shared_ptr<const RunState> state, const Model& model, const std::vector<int>& source,
    const Changes& changes)
{
    if (!state || state->model.get() != &model || state->source != source)
        return {};
    const ModelConfig& config = model.transformer.config;
    const Changes different = differences(state->changes, changes);
    const Reach nothing{Reach::nowhere, Reach::nowhere};
    HeldState held{std::move(state), different.empty(), nothing, nothing};
    for (const Change& change : different) {
        held.encoder = firstOf(held.encoder, reachInEncoder(change, config));
        held.decoder = firstOf(held.decoder, reachInDecoder(change, config));
    }
    // Where rows depend on rows behind them, none is done before all are read.
    if (readsAhead(config, changes) || readsAhead(config, held.state->changes))
        held.decoder = {};
    held.has_memory_keys =
        held.encoder.isNowhere() && std::none_of(different.begin(), different.end(), changesMemoryKeys);
    return held;
}

DecoderCache<float> heldRows(const HeldState& held, int rows, int begun_layers, int begun_rows)
{
    DecoderCache<float> cache;
    cache.rows = rows;
    if (!held.state)
        return cache;
    for (std::size_t l = 0; l < held.state->cache.layers.size(); ++l) {
        const LayerCache<float>& layer = held.state->cache.layers[l];
        const bool is_begun = static_cast<int>(l) < begun_layers;
        const int count = is_begun ? begun_rows : rows;
        LayerCache<float> kept;
        kept.self = {layer.self.key.top(count), layer.self.value.top(count), layer.self.query.top(count)};
        // Keys and values of the other sequence are there whole from the first row on.
        if (held.has_memory_keys || is_begun || rows > 0)
            kept.cross = {layer.cross.key, layer.cross.value, layer.cross.query.top(count)};
        cache.layers.push_back(std::move(kept));
    }
    return cache;
}

StackRecord<float> joined(const StackRecord<float>& before, int rows, StackRecord<float> behind)
{
    if (rows == 0)
        return behind;
    StackRecord<float> both;
    both.embedding.embedding = stacked(before.embedding.embedding, rows, behind.embedding.embedding);
    both.embedding.position = stacked(before.embedding.position, rows, behind.embedding.position);
    both.embedding.sum = stacked(before.embedding.sum, rows, behind.embedding.sum);
    both.embedding.entered = stacked(before.embedding.entered, rows, behind.embedding.entered);
    for (std::size_t l = 0; l < behind.stream.size(); ++l)
        both.stream.push_back(stacked(before.stream[l], rows, behind.stream[l]));
    for (std::size_t l = 0; l < behind.attended.size(); ++l)
        both.attended.push_back(stacked(before.attended[l], rows, behind.attended[l]));
    both.output = stacked(before.output, rows, behind.output);
    return both;
}

} // namespace glassformer
