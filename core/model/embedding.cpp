#include "core/model/embedding.h"

#include "core/model/position.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

template <typename Scalar> Scalar embeddingScale(const ModelConfig& config)
{
    return config.scale_embedding ? std::sqrt(static_cast<Scalar>(config.d_model)) : Scalar(1);
}

} // namespace

template <typename Scalar>
EmbeddingRecord<Scalar> embed(const ModelConfig& config, const TransformerWeights<Scalar>& weights,
    std::span<const int> ids, const Segments& segments, int first_position)
{
    const Scalar scale = embeddingScale<Scalar>(config);
    EmbeddingRecord<Scalar> record;
    record.embedding.resize(segments.rows(), config.d_model);
    for (int row = 0; row < segments.rows(); ++row)
        record.embedding.row(row) = weights.embedding.row(ids[static_cast<std::size_t>(row)]) * scale;
    record.sum = record.embedding;
    if (config.position_kind == PositionKind::None)
        return record;

    int longest = 0;
    for (int s = 0; s < segments.count(); ++s)
        longest = std::max(longest, segments.length(s));
    const Matrix<Scalar> positions = config.position_kind == PositionKind::Learned
        ? Matrix<Scalar>(weights.position.middleRows(first_position, longest))
        : Matrix<Scalar>(
            sinusoidalPositions<Scalar>(first_position + longest, config.d_model).bottomRows(longest));
    record.position.resize(segments.rows(), config.d_model);
    for (int s = 0; s < segments.count(); ++s)
        record.position.middleRows(segments.begin(s), segments.length(s)) =
            positions.topRows(segments.length(s));
    record.sum += record.position;
    return record;
}

template <typename Scalar>
void embedBackward(const ModelConfig& config, std::span<const int> ids, const Segments& segments,
    const Matrix<Scalar>& d_sum, TransformerWeights<Scalar>& gradients)
{
    const Scalar scale = embeddingScale<Scalar>(config);
    for (int row = 0; row < segments.rows(); ++row)
        gradients.embedding.row(ids[static_cast<std::size_t>(row)]) += d_sum.row(row) * scale;
    if (config.position_kind == PositionKind::Learned)
        for (int s = 0; s < segments.count(); ++s)
            gradients.position.topRows(segments.length(s)) +=
                d_sum.middleRows(segments.begin(s), segments.length(s));
}

template EmbeddingRecord<float> embed(
    const ModelConfig&, const TransformerWeights<float>&, std::span<const int>, const Segments&, int);
template EmbeddingRecord<double> embed(
    const ModelConfig&, const TransformerWeights<double>&, std::span<const int>, const Segments&, int);
template void embedBackward(const ModelConfig&, std::span<const int>, const Segments&, const Matrix<float>&,
    TransformerWeights<float>&);
template void embedBackward(const ModelConfig&, std::span<const int>, const Segments&, const Matrix<double>&,
    TransformerWeights<double>&);

} // namespace glassformer
