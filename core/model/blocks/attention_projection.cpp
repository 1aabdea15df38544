#include "core/model/blocks/attention_projection.h"

#include "core/model/blocks/linear.h"
#include "core/model/blocks/position.h"

#include <cmath>

namespace glassformer {
namespace {

/** Remembers more rows; then `more` is all of them. */
template <typename Scalar> void remember(Matrix<Scalar>& rows, Matrix<Scalar>& more)
{
    if (rows.rows() == 0) {
        rows = more;
        return;
    }
    rows.conservativeResize(rows.rows() + more.rows(), more.cols());
    rows.bottomRows(more.rows()) = more;
    more = rows;
}

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
    const Segments& segments)
{
    if (input.places && input.places->are_off)
        return;
    const std::vector<double> frequencies = rotaryFrequencies(config.rotary, config.headSize());
    const bool have_moved = input.places && !input.places->first.empty();
    for (int s = 0; s < segments.count(); ++s)
        if (!have_moved)
            turn<Scalar>(
                rows.middleRows(segments.begin(s), segments.length(s)), frequencies, input.first_query);
        else
            for (int i = 0; i < segments.length(s); ++i)
                turn<Scalar>(rows.middleRows(segments.begin(s) + i, 1), frequencies,
                    input.places->of(input.first_query + i));
}

/** Heads that share keys share what is changed in them. */
template <typename Scalar>
void changeHeads(Matrix<Scalar>& rows, AttentionPart part, int first_row, const ModelConfig& config,
    const AttentionInput<Scalar>& input)
{
    const RecordChanges<Scalar>* const changes = input.control ? input.control->at(part) : nullptr;
    if (!changes)
        return;
    RecordChanges<Scalar> of_groups = *changes;
    for (RecordChange<Scalar>& change : of_groups)
        if (change.head != every)
            change.head /= static_cast<int>(config.headsWidth() / rows.cols());
    applyChanges<Scalar>(&of_groups, rows, first_row, config.headSize());
}

/** One of W_Q, W_K and W_V, and what is done with its rows. */
template <typename Scalar> struct Projection
{
    const Matrix<Scalar>& x;
    const Segments& segments;
    const LinearWeights<Scalar>& weights;
    const NormWeights<Scalar>& norm;
    AttentionPart projected_part, part;
    int first_row; ///< place of x's first row
};

/** From the projection to what enters q·k: norm per head and turn by place, where the model has them. */
template <typename Scalar>
Matrix<Scalar> headsOf(const Projection<Scalar>& projection, const ModelConfig& config,
    const AttentionInput<Scalar>& input, Matrix<Scalar>& projected)
{
    const bool turns = config.position_kind == PositionKind::Rotary && input.kind != AttentionKind::Cross;
    Matrix<Scalar> rows = linear(projection.x, projection.weights);
    changeHeads(rows, projection.projected_part, projection.first_row, config, input);
    if (input.keep_scores && (turns || config.query_key_norm))
        projected = rows;
    if (config.query_key_norm)
        normHeads(rows, projection.norm, config);
    if (turns)
        turnRows(rows, config, input, projection.segments);
    changeHeads(rows, projection.part, projection.first_row, config, input);
    return rows;
}

} // namespace

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
    record.query =
        headsOf<Scalar>({input.queries_from, input.query_segments, weights.query, weights.query_norm,
                            AttentionPart::ProjectedQuery, AttentionPart::Query, input.first_query},
            config, input, record.projected_query);
    KeyValueCache<Scalar>* const cache = input.cache;
    const bool is_cross = input.kind == AttentionKind::Cross;
    const bool is_filled = cache && is_cross && cache->key.rows() > 0;
    if (!is_filled) {
        const int first_key = is_cross ? 0 : input.first_query;
        record.key = headsOf<Scalar>({input.keys_from, input.key_segments, weights.key, weights.key_norm,
                                         AttentionPart::ProjectedKey, AttentionPart::Key, first_key},
            config, input, record.projected_key);
        record.value = linear(input.keys_from, weights.value);
        changeHeads(record.value, AttentionPart::Value, first_key, config, input);
    }
    if (!cache)
        return;
    if (input.all_rows)
        remember(cache->query, record.query);
    if (is_filled) {
        record.key = cache->key;
        record.value = cache->value;
    } else {
        remember(cache->key, record.key);
        remember(cache->value, record.value);
    }
}

template void projectHeads(const ModelConfig&, const AttentionWeights<float>&, const AttentionInput<float>&,
    AttentionRecord<float>&);
template void projectHeads(const ModelConfig&, const AttentionWeights<double>&, const AttentionInput<double>&,
    AttentionRecord<double>&);

} // namespace glassformer
