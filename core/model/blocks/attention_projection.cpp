#include "core/model/blocks/attention_projection.h"

#include "core/model/blocks/linear.h"
#include "core/model/blocks/position.h"
#include "core/tensor/parallel.h"

#include <cmath>
#include <utility>

namespace glassformer {
namespace {

/** RMS norm of every head's part of a row, with the gain that all heads share. */
template <typename Scalar>
void normHeads(MatrixView<Scalar> row, const NormWeights<Scalar>& norm, const ModelConfig& config)
{
    const Eigen::Index d_head = config.headSize();
    for (Eigen::Index at = 0; at < row.cols(); at += d_head) {
        auto x = row.row(0).segment(at, d_head);
        const Scalar mean_square = x.squaredNorm() / static_cast<Scalar>(d_head);
        x *= Scalar(1) / std::sqrt(mean_square + static_cast<Scalar>(config.norm_epsilon));
        x.array() *= norm.gain.array();
    }
}

template <typename Scalar> Rotation<Scalar> rotationOf(const ModelConfig& config, int first_place, int places)
{
    return rotation<Scalar>(rotaryFrequencies(config.rotary, config.headSize()), first_place, places);
}

/** Turns a row by the place of its token, as far as the places are there. */
template <typename Scalar>
void turnRow(MatrixView<Scalar> row, int token, const Rotation<Scalar>& known, const ModelConfig& config,
    const AttentionInput<Scalar>& input)
{
    if (input.places && input.places->are_off)
        return;
    const int place = input.places ? input.places->of(token) : token;
    if (known.has(place))
        turn<Scalar>(row, known, place);
    else
        turn<Scalar>(row, rotationOf<Scalar>(config, place, 1), place);
}

template <typename Scalar>
void changeHeads(Matrix<Scalar>& rows, AttentionPart part, int first_row, const ModelConfig& config,
    const AttentionInput<Scalar>& input)
{
    const RecordChanges<Scalar> changes = headChanges(part, rows.cols(), config, input);
    applyChanges<Scalar>(&changes, rows, first_row, config.headSize());
}

/** From x·W + b to what enters q·k: norm per head and turn by place, where the model has them. */
template <typename Scalar>
Matrix<Scalar> headsOf(const Projection<Scalar>& projection, const ModelConfig& config,
    const AttentionInput<Scalar>& input, Matrix<Scalar> rows, Matrix<Scalar>& projected)
{
    changeHeads(rows, projection.projected_part, projection.first_row, config, input);
    const bool are_turned = turnsHeads(config, input), are_kept = input.keep_scores;
    if (are_turned || config.query_key_norm) {
        if (are_kept)
            projected.resize(rows.rows(), rows.cols());
        const Segments& segments = projection.segments;
        Rotation<Scalar> own;
        if (are_turned && !input.rotation)
            own = rotationOf<Scalar>(config, projection.first_row, segments.longest());
        const Rotation<Scalar>& known = input.rotation ? *input.rotation : own;
        for (int s = 0; s < segments.count(); ++s)
            parallelRows(segments.length(s), rows.cols(), [&](Eigen::Index first, Eigen::Index count) {
                for (Eigen::Index i = first; i < first + count; ++i) {
                    MatrixView<Scalar> row = rows.middleRows(segments.begin(s) + i, 1);
                    if (are_kept)
                        projected.row(segments.begin(s) + i) = row.row(0);
                    if (config.query_key_norm)
                        normHeads(row, projection.norm, config);
                    if (are_turned)
                        turnRow(row, projection.first_row + static_cast<int>(i), known, config, input);
                }
            });
    }
    changeHeads(rows, projection.part, projection.first_row, config, input);
    return rows;
}

/** x·W + b of queries and, if they are wanted, of keys and values. */
template <typename Scalar>
void multiplyAll(const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input,
    bool are_keys_wanted, Matrix<Scalar>& query, Matrix<Scalar>& key, Matrix<Scalar>& value)
{
    if (are_keys_wanted && &input.queries_from == &input.keys_from)
        return linear<Scalar>(
            input.queries_from, {{weights.query, query}, {weights.key, key}, {weights.value, value}});
    query = linear(input.queries_from, weights.query);
    if (are_keys_wanted)
        linear<Scalar>(input.keys_from, {{weights.key, key}, {weights.value, value}});
}

/** remembered: all of them; null: they are not. */
template <typename Scalar>
KeptRows<Scalar> keep(Matrix<Scalar> rows, const RememberedRows<Scalar>* remembered)
{
    return remembered ? KeptRows<Scalar>(*remembered) : KeptRows<Scalar>(std::move(rows));
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
        record.query = input.known->query;
        record.key = input.known->key;
        record.value = input.known->value;
        return;
    }
    KeyValueCache<Scalar>* const cache = input.cache;
    const bool is_cross = input.kind == AttentionKind::Cross;
    const bool is_filled = cache && is_cross && cache->key.rows() > 0;
    Matrix<Scalar> query, key, value;
    multiplyAll(weights, input, !is_filled, query, key, value);
    query = headsOf(queryProjection(weights, input), config, input, std::move(query), record.projected_query);
    if (!is_filled) {
        const Projection<Scalar> keys = keyProjection(weights, input);
        key = headsOf(keys, config, input, std::move(key), record.projected_key);
        changeHeads(value, AttentionPart::Value, keys.first_row, config, input);
    }
    if (cache && input.all_rows)
        cache->query.append(query);
    if (cache && !is_filled) {
        cache->key.append(key);
        cache->value.append(value);
    }
    const bool are_remembered = cache && input.keep_scores;
    record.query = keep(std::move(query), are_remembered && input.all_rows ? &cache->query : nullptr);
    record.key = keep(std::move(key), are_remembered ? &cache->key : nullptr);
    record.value = keep(std::move(value), are_remembered ? &cache->value : nullptr);
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
