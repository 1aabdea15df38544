#include "core/model/blocks/attention_projection.h"

#include "core/model/blocks/linear.h"
#include "core/model/blocks/position.h"

#include <cmath>

namespace glassformer {
namespace {

/** RMS norm of every head's part of every row, with the gain that all heads share. */
template <typename Scalar>
void normHeads(Matrix<Scalar>& rows, const NormWeights<Scalar>& norm, const ModelConfig& config)
{
    const Eigen::Index d_head = config.headSize();
    for (Eigen::Index row = 0; row < rows.rows(); ++row)
        for (Eigen::Index at = 0; at < rows.cols(); at += d_head) {
            auto x = rows.row(row).segment(at, d_head);
            const Scalar mean_square = x.squaredNorm() / static_cast<Scalar>(d_head);
            x *= Scalar(1) / std::sqrt(mean_square + static_cast<Scalar>(config.norm_epsilon));
            x.array() *= norm.gain.array();
        }
}

/** Turns every row by its place, as far as the places are there. */
template <typename Scalar>
void turnRows(Matrix<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input,
    const Projection<Scalar>& projection)
{
    const Segments& segments = projection.segments;
    const int first_row = projection.first_row;
    if (input.places && input.places->are_off)
        return;
    const std::vector<double> frequencies = rotaryFrequencies(config.rotary, config.headSize());
    const bool have_moved = input.places && !input.places->first.empty();
    for (int s = 0; s < segments.count(); ++s)
        if (!have_moved)
            turn<Scalar>(rows.middleRows(segments.begin(s), segments.length(s)), frequencies, first_row);
        else
            for (int i = 0; i < segments.length(s); ++i)
                turn<Scalar>(
                    rows.middleRows(segments.begin(s) + i, 1), frequencies, input.places->of(first_row + i));
}

template <typename Scalar>
void changeHeads(Matrix<Scalar>& rows, AttentionPart part, int first_row, const ModelConfig& config,
    const AttentionInput<Scalar>& input)
{
    const RecordChanges<Scalar> changes = headChanges(part, rows.cols(), config, input);
    applyChanges<Scalar>(&changes, rows, first_row, config.headSize());
}

/** From the projection to what enters q·k: norm per head and turn by place, where the model has them. */
template <typename Scalar>
Matrix<Scalar> headsOf(const Projection<Scalar>& projection, const ModelConfig& config,
    const AttentionInput<Scalar>& input, Matrix<Scalar>& projected)
{
    Matrix<Scalar> rows = projectedRows(projection, config, input);
    if (input.keep_scores && (turnsHeads(config, input) || config.query_key_norm))
        projected = rows;
    if (config.query_key_norm)
        normHeads(rows, projection.norm, config);
    if (turnsHeads(config, input))
        turnRows(rows, config, input, projection);
    changeHeads(rows, projection.part, projection.first_row, config, input);
    return rows;
}

} // namespace

template <typename Scalar>
RecordChanges<Scalar> headChanges(
    AttentionPart part, Eigen::Index columns, const ModelConfig& config, const AttentionInput<Scalar>& input)
{
    const RecordChanges<Scalar>* const changes = input.control ? input.control->at(part) : nullptr;
    if (!changes)
        return {};
    RecordChanges<Scalar> of_groups = *changes;
    for (RecordChange<Scalar>& change : of_groups)
        if (change.head != every)
            change.head /= static_cast<int>(config.headsWidth() / columns);
    return of_groups;
}

template <typename Scalar> bool turnsHeads(const ModelConfig& config, const AttentionInput<Scalar>& input)
{
    return config.position_kind == PositionKind::Rotary && input.kind != AttentionKind::Cross;
}

template <typename Scalar>
Projection<Scalar> queryProjection(
    const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input)
{
    return {input.queries_from, input.query_segments, weights.query, weights.query_norm,
        AttentionPart::ProjectedQuery, AttentionPart::Query, input.first_query};
}

template <typename Scalar>
Projection<Scalar> keyProjection(const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input)
{
    return {input.keys_from, input.key_segments, weights.key, weights.key_norm, AttentionPart::ProjectedKey,
        AttentionPart::Key,
        input.kind == AttentionKind::Cross ? 0 : input.first_key.value_or(input.first_query)};
}

template <typename Scalar>
Matrix<Scalar> projectedRows(
    const Projection<Scalar>& projection, const ModelConfig& config, const AttentionInput<Scalar>& input)
{
    Matrix<Scalar> rows = linear(projection.x, projection.weights);
    changeHeads(rows, projection.projected_part, projection.first_row, config, input);
    return rows;
}

template <typename Scalar>
void projectHeads(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record)
{
    if (input.known) {
        record.query = input.known->query.view();
        record.key = input.known->key.view();
        record.value = input.known->value.view();
        return;
    }
    record.query = headsOf(queryProjection(weights, input), config, input, record.projected_query);
    KeyValueCache<Scalar>* const cache = input.cache;
    const bool is_cross = input.kind == AttentionKind::Cross;
    const bool is_filled = cache && is_cross && cache->key.rows() > 0;
    if (!is_filled) {
        const Projection<Scalar> keys = keyProjection(weights, input);
        record.key = headsOf(keys, config, input, record.projected_key);
        record.value = linear(input.keys_from, weights.value);
        changeHeads(record.value, AttentionPart::Value, keys.first_row, config, input);
    }
    if (!cache)
        return;
    if (input.all_rows)
        cache->query.append(record.query);
    if (!is_filled) {
        cache->key.append(record.key);
        cache->value.append(record.value);
    }
    if (!input.keep_scores)
        return;
    if (input.all_rows)
        record.query = cache->query.view();
    record.key = cache->key.view();
    record.value = cache->value.view();
}

#define GLASSFORMER_ATTENTION_PROJECTION(Scalar)                                                             \
    template void projectHeads(const ModelConfig&, const AttentionWeights<Scalar>&,                          \
        const AttentionInput<Scalar>&, AttentionRecord<Scalar>&);                                            \
    template RecordChanges<Scalar> headChanges(                                                              \
        AttentionPart, Eigen::Index, const ModelConfig&, const AttentionInput<Scalar>&);                     \
    template bool turnsHeads(const ModelConfig&, const AttentionInput<Scalar>&);                             \
    template Projection<Scalar> queryProjection(                                                             \
        const AttentionWeights<Scalar>&, const AttentionInput<Scalar>&);                                     \
    template Projection<Scalar> keyProjection(                                                               \
        const AttentionWeights<Scalar>&, const AttentionInput<Scalar>&);                                     \
    template Matrix<Scalar> projectedRows(                                                                   \
        const Projection<Scalar>&, const ModelConfig&, const AttentionInput<Scalar>&)

GLASSFORMER_ATTENTION_PROJECTION(float);
GLASSFORMER_ATTENTION_PROJECTION(double);

} // namespace glassformer
