#include "core/trace/run_state.h"

#include <utility>

namespace glassformer {
namespace {

/** Empty where nothing was kept. */
Matrix<float> topRows(const Matrix<float>& matrix, int rows)
{
    return matrix.size() > 0 ? Matrix<float>(matrix.topRows(rows)) : Matrix<float>();
}

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

DecoderCache<float> firstRows(const DecoderCache<float>& cache, int rows)
{
    DecoderCache<float> first;
    first.rows = rows;
    for (const LayerCache<float>& layer : cache.layers) {
        const auto top = [rows](const Matrix<float>& matrix) { return topRows(matrix, rows); };
        LayerCache<float> kept;
        kept.self = {top(layer.self.key), top(layer.self.value), top(layer.self.query)};
        // Keys and values of the other sequence are there whole from the first row on.
        kept.cross = {layer.cross.key, layer.cross.value, top(layer.cross.query)};
        first.layers.push_back(std::move(kept));
    }
    return first;
}

Changes onEncoder(const Changes& changes)
{
    Changes left = changes;
    std::erase_if(left, [](const Change& change) { return !change.tensor.starts_with("encoder."); });
    return left;
}

RunState encoderOf(const RunState& state)
{
    RunState kept;
    kept.model = state.model;
    kept.changes = onEncoder(state.changes);
    kept.source = state.source;
    kept.encoder = state.encoder;
    kept.cache = firstRows(state.cache, 0);
    return kept;
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
