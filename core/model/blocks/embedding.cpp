#include "core/model/blocks/embedding.h"

#include "core/model/blocks/linear.h"
#include "core/model/blocks/position.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

template <typename Scalar> Scalar embeddingScale(const ModelConfig& config)
{
    return config.scale_embedding ? std::sqrt(static_cast<Scalar>(config.d_model)) : Scalar(1);
}

/** Vectors of places from the first one on [count, d_embedding]; empty where none are added. */
template <typename Scalar>
Matrix<Scalar> positionVectors(
    const ModelConfig& config, const StackWeights<Scalar>& stack, int first_place, int count)
{
    switch (config.position_kind) {
    case PositionKind::Learned:
        return stack.position.middleRows(config.position_offset + first_place, count);
    case PositionKind::Sinusoidal:
    case PositionKind::SinusoidalHalves:
        return sinusoidalPositions<Scalar>(first_place + count, config.embeddingWidth(), config.position_kind)
            .bottomRows(count);
    case PositionKind::None:
    case PositionKind::Rotary:
    case PositionKind::Relative:
        break;
    }
    return {};
}

/** The vectors that are added for the places of all tokens [rows, d_embedding]; may be empty. */
template <typename Scalar>
Matrix<Scalar> positionRows(const ModelConfig& config, const StackWeights<Scalar>& stack,
    const EmbeddingInput& input, const Places& places)
{
    const Segments& segments = input.segments;
    const Matrix<Scalar> own = positionVectors(config, stack, input.first_position, segments.longest());
    if (own.size() == 0)
        return {};
    if (places.are_off)
        return Matrix<Scalar>::Zero(segments.rows(), own.cols());
    Matrix<Scalar> rows(segments.rows(), own.cols());
    for (int s = 0; s < segments.count(); ++s)
        for (int i = 0; i < segments.length(s); ++i) {
            const int token = input.first_position + i, place = places.of(token);
            if (place == token)
                rows.row(segments.begin(s) + i) = own.row(i);
            else
                rows.row(segments.begin(s) + i) = positionVectors(config, stack, place, 1).row(0);
        }
    return rows;
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
    const StackWeights<Scalar>& stack, const EmbeddingInput& input, const StackControl<Scalar>* control)
{
    const auto change = [&](RecordChanges<Scalar> StackControl<Scalar>::*part, Matrix<Scalar>& rows) {
        if (control)
            applyChanges<Scalar>(&(control->*part), rows, input.first_position);
    };
    const Segments& segments = input.segments;
    const Scalar scale = embeddingScale<Scalar>(config);
    EmbeddingRecord<Scalar> record;
    record.embedding.resize(segments.rows(), config.embeddingWidth());
    for (int row = 0; row < segments.rows(); ++row)
        record.embedding.row(row) = tokenVector(weights, input.ids[static_cast<std::size_t>(row)]) * scale;
    change(&StackControl<Scalar>::embedding, record.embedding);
    record.sum = record.embedding;
    record.position = positionRows(config, stack, input, control ? control->places : Places{});
    if (record.position.size() > 0) {
        change(&StackControl<Scalar>::position, record.position);
        record.sum += record.position;
    }
    if (weights.segment.size() > 0) {
        record.segment = segmentVectors(weights.segment, input);
        change(&StackControl<Scalar>::segment, record.segment);
        record.sum += record.segment;
    }
    if (config.embedding_norm)
        record.entered = normalize(config, record.sum, stack.embedding_norm, record.norm);
    if (!weights.embedding_projection.isEmpty())
        record.entered = linear(record.output(), weights.embedding_projection);
    change(&StackControl<Scalar>::input, record.entered.size() > 0 ? record.entered : record.sum);
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

template EmbeddingRecord<float> embed(const ModelConfig&, const TransformerWeights<float>&,
    const StackWeights<float>&, const EmbeddingInput&, const StackControl<float>*);
template EmbeddingRecord<double> embed(const ModelConfig&, const TransformerWeights<double>&,
    const StackWeights<double>&, const EmbeddingInput&, const StackControl<double>*);
template void embedBackward(const ModelConfig&, const EmbeddingInput&, const Matrix<float>&,
    TransformerWeights<float>&, StackWeights<float>&);
template void embedBackward(const ModelConfig&, const EmbeddingInput&, const Matrix<double>&,
    TransformerWeights<double>&, StackWeights<double>&);

} // namespace glassformer
