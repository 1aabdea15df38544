#include "core/model/blocks/attention_projection.h"

#include "core/model/blocks/linear.h"
#include "core/model/blocks/position.h"
#include "core/model/changes/change_backward.h"

#include <cmath>

namespace glassformer {
namespace {

/** No gradient passes where numbers of the heads are set. */
template <typename Scalar>
void stopAt(AttentionPart part, int first_row, const ModelConfig& config, const AttentionInput<Scalar>& input,
    Matrix<Scalar>& d_rows)
{
    const RecordChanges<Scalar> changes = headChanges(part, d_rows.cols(), config, input);
    applyChangesBackward<Scalar>(&changes, d_rows, first_row, config.headSize());
}

/** What was turned forward is turned back: the inverse of a turn is its transpose. */
template <typename Scalar>
void turnBack(const Projection<Scalar>& projection, const ModelConfig& config,
    const AttentionInput<Scalar>& input, Matrix<Scalar>& d_rows)
{
    if (input.places && input.places->are_off)
        return;
    const std::vector<double> frequencies = rotaryFrequencies(config.rotary, config.headSize());
    for (int s = 0; s < projection.segments.count(); ++s)
        for (int i = 0; i < projection.segments.length(s); ++i) {
            const int token = projection.first_row + i;
            const int place = input.places ? input.places->of(token) : token;
            turn<Scalar>(d_rows.middleRows(projection.segments.begin(s) + i, 1),
                rotation<Scalar>(frequencies, -place, 1), -place);
        }
}

/** RMS norm of every head: y = gain · x / rms(x). */
template <typename Scalar>
void normHeadsBackward(const Matrix<Scalar>& projected, const NormWeights<Scalar>& norm,
    const ModelConfig& config, Matrix<Scalar>& d_rows)
{
    const Eigen::Index d_head = config.headSize();
    for (Eigen::Index row = 0; row < d_rows.rows(); ++row)
        for (Eigen::Index at = 0; at < d_rows.cols(); at += d_head) {
            const RowVector<Scalar> x = projected.row(row).segment(at, d_head);
            auto d = d_rows.row(row).segment(at, d_head);
            const Scalar mean_square = x.squaredNorm() / static_cast<Scalar>(d_head);
            const Scalar inverse =
                Scalar(1) / std::sqrt(mean_square + static_cast<Scalar>(config.norm_epsilon));
            d.array() *= norm.gain.array() * inverse;
            const Scalar along = d.dot(x) * inverse * inverse / static_cast<Scalar>(d_head);
            d -= along * x;
        }
}

template <typename Scalar>
void projectionBackward(const Projection<Scalar>& projection, const ModelConfig& config,
    const AttentionInput<Scalar>& input, Matrix<Scalar>& d_rows, LinearWeights<Scalar>& gradients,
    Matrix<Scalar>& d_x)
{
    stopAt(projection.part, projection.first_row, config, input, d_rows);
    if (turnsHeads(config, input))
        turnBack(projection, config, input, d_rows);
    if (config.query_key_norm)
        normHeadsBackward(projectedRows(projection, config, input), projection.norm, config, d_rows);
    stopAt(projection.projected_part, projection.first_row, config, input, d_rows);
    linearBackward(projection.x, projection.weights, d_rows, gradients, d_x, Write::Add);
}

} // namespace

template <typename Scalar>
void projectHeadsBackward(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, HeadGradients<Scalar> d_heads, AttentionGradients<Scalar>& gradients)
{
    const Projection<Scalar> keys = keyProjection(weights, input);
    projectionBackward(queryProjection(weights, input), config, input, d_heads.query, gradients.weights.query,
        gradients.queries_from);
    projectionBackward(keys, config, input, d_heads.key, gradients.weights.key, gradients.keys_from);
    stopAt(AttentionPart::Value, keys.first_row, config, input, d_heads.value);
    linearBackward(input.keys_from, weights.value, d_heads.value, gradients.weights.value,
        gradients.keys_from, Write::Add);
}

template void projectHeadsBackward(const ModelConfig&, const AttentionWeights<float>&,
    const AttentionInput<float>&, HeadGradients<float>, AttentionGradients<float>&);
template void projectHeadsBackward(const ModelConfig&, const AttentionWeights<double>&,
    const AttentionInput<double>&, HeadGradients<double>, AttentionGradients<double>&);

} // namespace glassformer
