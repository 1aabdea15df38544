#include "core/model/embedding.h"

#include "core/model/linear.h"
#include "core/model/position.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

template <typename Scalar> Scalar embeddingScale(const ModelConfig& config)
{
    return config.scale_embedding ? std::sqrt(static_cast<Scalar>(config.d_model)) : Scalar(1);
}

/** The vectors that are added for the places of every segment's tokens, [longest segment, d_embedding]; may be empty. */
template <typename Scalar>
Matrix<Scalar> positionVectors(
    const ModelConfig& config, const StackWeights<Scalar>& stack, const EmbeddingInput& input)
{
    int longest = 0;
    for (int s = 0; s < input.segments.count(); ++s)
        longest = std::max(longest, input.segments.length(s));
    switch (config.position_kind) {
    case PositionKind::Learned:
        return stack.position.middleRows(config.position_offset + input.first_position, longest);
    case PositionKind::Sinusoidal:
    case PositionKind::SinusoidalHalves:
        return sinusoidalPositions<Scalar>(
            input.first_position + longest, config.embeddingWidth(), config.position_kind)
            .bottomRows(longest);
    case PositionKind::None:
    case PositionKind::Rotary:
    case PositionKind::Relative:
        break;
    }
    return {};
}

/** A token of a segment that the table does not have is of the last one. */
template <typename Scalar>
Matrix<Scalar> segmentVectors(const Matrix<Scalar>& table, const EmbeddingInput& input)
{
    Matrix<Scalar> vectors(input.segments.rows(), table.cols());
    for (Eigen::Index row = 0; row < vectors.rows(); ++row) {
        const Eigen::Index segment =
            input.segment_rows.empty() ? 0 : input.segment_rows[static_cast<std::size_t>(row)];
        vectors.row(row) = table.row(std::min(segment, table.rows() - 1));
    }
    return vectors;
}

} // namespace

template <typename Scalar>
EmbeddingRecord<Scalar> embed(const ModelConfig& config, const TransformerWeights<Scalar>& weights,
    const StackWeights<Scalar>& stack, const EmbeddingInput& input)
{
    const Segments& segments = input.segments;
    const Scalar scale = embeddingScale<Scalar>(config);
    EmbeddingRecord<Scalar> record;
    record.embedding.resize(segments.rows(), config.embeddingWidth());
    for (int row = 0; row < segments.rows(); ++row)
        record.embedding.row(row) = tokenVector(weights, input.ids[static_cast<std::size_t>(row)]) * scale;
    record.sum = record.embedding;
    const Matrix<Scalar> positions = positionVectors(config, stack, input);
    if (positions.size() > 0) {
        record.position.resize(segments.rows(), positions.cols());
        for (int s = 0; s < segments.count(); ++s)
            record.position.middleRows(segments.begin(s), segments.length(s)) =
                positions.topRows(segments.length(s));
        record.sum += record.position;
    }
    if (weights.segment.size() > 0) {
        record.segment = segmentVectors(weights.segment, input);
        record.sum += record.segment;
    }
    if (config.embedding_norm)
        record.entered = normalize(config, record.sum, stack.embedding_norm, record.norm);
    if (!weights.embedding_projection.isEmpty())
        record.entered = linear(record.output(), weights.embedding_projection);
    return record;
}

template <typename Scalar>
void embedBackward(const ModelConfig& config, const EmbeddingInput& input, const Matrix<Scalar>& d_sum,
    TransformerWeights<Scalar>& gradients, StackWeights<Scalar>& stack_gradients)
{
    const Segments& segments = input.segments;
    const Scalar scale = embeddingScale<Scalar>(config);
    for (int row = 0; row < segments.rows(); ++row)
        gradients.embedding.row(input.ids[static_cast<std::size_t>(row)]) += d_sum.row(row) * scale;
    if (config.position_kind == PositionKind::Learned)
        for (int s = 0; s < segments.count(); ++s)
            stack_gradients.position.topRows(segments.length(s)) +=
                d_sum.middleRows(segments.begin(s), segments.length(s));
}

template EmbeddingRecord<float> embed(
    const ModelConfig&, const TransformerWeights<float>&, const StackWeights<float>&, const EmbeddingInput&);
template EmbeddingRecord<double> embed(const ModelConfig&, const TransformerWeights<double>&,
    const StackWeights<double>&, const EmbeddingInput&);
template void embedBackward(const ModelConfig&, const EmbeddingInput&, const Matrix<float>&,
    TransformerWeights<float>&, StackWeights<float>&);
template void embedBackward(const ModelConfig&, const EmbeddingInput&, const Matrix<double>&,
    TransformerWeights<double>&, StackWeights<double>&);

} // namespace glassformer
