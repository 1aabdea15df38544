#include "core/model/attention.h"

#include "core/model/linear.h"
#include "core/model/position.h"
#include "core/tensor/parallel.h"
#include "core/tensor/softmax.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassformer {
namespace {

/** Scores of one head from which on heads are shared out to threads; below, waking them costs more. */
constexpr Eigen::Index worthwhile_scores = 32 * 32;

/** Place in the whole sequence of the first query that attends. */
template <typename Scalar> int firstPlace(const AttentionInput<Scalar>& input)
{
    return input.all_rows ? 0 : input.first_query;
}

/** Rows that go from scores to mixed values together: so few that the second cache keeps them. */
constexpr Eigen::Index rows_together = 128;

/** Some rows of one head's scores. */
template <typename Scalar> struct ScoreRows
{
    MatrixView<Scalar> scores; ///< these rows, all keys
    Eigen::Index first; ///< the first of them, counted in the segment
    int segment, head;
};

/** Keys from here on are hidden from the query. */
template <typename Scalar>
Eigen::Index endOfSight(const AttentionInput<Scalar>& input, Eigen::Index query, Eigen::Index n_keys)
{
    return input.kind == AttentionKind::Causal ? std::min(firstPlace(input) + query + 1, n_keys) : n_keys;
}

/** -inf for every key of a row that a causal query may not see. */
template <typename Scalar> void hideFutureAndFar(ScoreRows<Scalar>& rows, const AttentionInput<Scalar>& input)
{
    const Scalar forbidden = -std::numeric_limits<Scalar>::infinity();
    const Eigen::Index n_keys = rows.scores.cols();
    for (Eigen::Index i = 0; i < rows.scores.rows(); ++i) {
        const Eigen::Index end = endOfSight(input, rows.first + i, n_keys);
        rows.scores.row(i).tail(n_keys - end).setConstant(forbidden);
        if (input.window > 0 && end > input.window)
            rows.scores.row(i).head(end - input.window).setConstant(forbidden);
    }
}

template <typename Scalar> void applyMask(ScoreRows<Scalar>& rows, const AttentionInput<Scalar>& input)
{
    if (input.kind == AttentionKind::Causal)
        hideFutureAndFar(rows, input);
    if (!input.control)
        return;
    for (const auto& cut : input.control->cuts) {
        const Eigen::Index row = cut.query - firstPlace(input) - rows.first;
        // A cut may speak of rows that are elsewhere or not written yet.
        if (cut.segment == rows.segment && (cut.head < 0 || cut.head == rows.head) && row >= 0
            && row < rows.scores.rows() && cut.key < rows.scores.cols())
            rows.scores(row, cut.key) = -std::numeric_limits<Scalar>::infinity();
    }
}

/** Adds the learned bias of every distance between query and key. */
template <typename Scalar>
void addRelativeBias(ScoreRows<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input)
{
    if (!input.relative_bias)
        return;
    const bool is_causal = input.kind == AttentionKind::Causal;
    for (Eigen::Index i = 0; i < rows.scores.rows(); ++i) {
        const auto place = static_cast<int>(firstPlace(input) + rows.first + i);
        for (Eigen::Index k = 0; k < rows.scores.cols(); ++k)
            rows.scores(i, k) += (*input.relative_bias)(
                relativeBucket(config.relative, place, static_cast<int>(k), is_causal), rows.head);
    }
}

/** From the products of queries and keys to weights, keeping what is wanted of the way. \param at  the head's matrices */
template <typename Scalar>
void weigh(ScoreRows<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input,
    std::size_t at, AttentionRecord<Scalar>& record)
{
    if (config.scale_scores)
        rows.scores *= Scalar(1) / std::sqrt(static_cast<Scalar>(config.headSize()));
    addRelativeBias(rows, config, input);
    if (input.keep_scores)
        record.scores[at].middleRows(rows.first, rows.scores.rows()) = rows.scores;
    applyMask(rows, input);
    if (input.keep_scores)
        record.masked[at].middleRows(rows.first, rows.scores.rows()) = rows.scores;
    softmaxRows<Scalar>(rows.scores);
}

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

/** From the projection to what enters q·k: norm per head and turn by position, where the model has them. */
template <typename Scalar>
void finishProjection(Matrix<Scalar>& rows, Matrix<Scalar>& projected, const NormWeights<Scalar>& norm,
    const ModelConfig& config, const AttentionInput<Scalar>& input, const Segments& segments)
{
    const bool turns = config.position_kind == PositionKind::Rotary && input.kind != AttentionKind::Cross;
    if (input.keep_scores && (turns || config.query_key_norm))
        projected = rows;
    if (config.query_key_norm)
        normHeads(rows, norm, config);
    if (!turns)
        return;
    const std::vector<double> frequencies = rotaryFrequencies(config.rotary, config.headSize());
    for (int s = 0; s < segments.count(); ++s)
        turn<Scalar>(rows.middleRows(segments.begin(s), segments.length(s)), frequencies, input.first_query);
}

/** Queries, keys and values of all rows that may be looked at: computed, or as far as possible remembered. */
template <typename Scalar>
void project(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record)
{
    if (input.known) {
        record.query = input.known->query;
        record.key = input.known->key;
        record.value = input.known->value;
        return;
    }
    record.query = linear(input.queries_from, weights.query);
    finishProjection(
        record.query, record.projected_query, weights.query_norm, config, input, input.query_segments);
    KeyValueCache<Scalar>* const cache = input.cache;
    const bool is_filled = cache && input.kind == AttentionKind::Cross && cache->key.rows() > 0;
    if (!is_filled) {
        record.key = linear(input.keys_from, weights.key);
        finishProjection(
            record.key, record.projected_key, weights.key_norm, config, input, input.key_segments);
        record.value = linear(input.keys_from, weights.value);
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

} // namespace

template <typename Scalar>
AttentionRecord<Scalar> attention(
    const ModelConfig& config, const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input)
{
    AttentionRecord<Scalar> record;
    project(config, weights, input, record);
    record.mixed.resize(record.query.rows(), record.query.cols());

    const Eigen::Index d_head = config.headSize();
    const int group = config.n_heads / config.keyValueHeads(); // so many heads share keys and values
    const auto n_matrices = static_cast<std::size_t>(input.query_segments.count()) * config.n_heads;
    record.weights.resize(n_matrices);
    if (input.keep_scores) {
        record.scores.resize(n_matrices);
        record.masked.resize(n_matrices);
    }
    const auto attend = [&](std::ptrdiff_t index) {
        const int s = static_cast<int>(index / config.n_heads), h = static_cast<int>(index % config.n_heads);
        const int q0 = input.query_segments.begin(s);
        const auto n_queries =
            input.all_rows ? record.query.rows() : Eigen::Index(input.query_segments.length(s));
        const int k0 = input.key_segments.begin(s);
        const auto n_keys = input.cache ? record.key.rows() : Eigen::Index(input.key_segments.length(s));
        const auto q = record.query.block(q0, h * d_head, n_queries, d_head);
        const auto k = record.key.block(k0, (h / group) * d_head, n_keys, d_head);
        const auto v = record.value.block(k0, (h / group) * d_head, n_keys, d_head);

        const auto at = static_cast<std::size_t>(index);
        Matrix<Scalar>& scores = record.weights[at];
        scores.resize(n_queries, n_keys);
        multiplyByTransposed(q, k, scores);
        if (input.keep_scores) {
            record.scores[at].resize(n_queries, n_keys);
            record.masked[at].resize(n_queries, n_keys);
        }
        auto mixed = record.mixed.block(q0, h * d_head, n_queries, d_head);
        for (Eigen::Index i = 0; i < n_queries; i += rows_together) {
            const Eigen::Index count = std::min(rows_together, n_queries - i);
            ScoreRows<Scalar> rows{scores.middleRows(i, count), i, s, h};
            weigh(rows, config, input, at, record);
            // What the last of these queries does not see weighs nothing for any.
            const Eigen::Index seen = endOfSight(input, i + count - 1, n_keys);
            multiply(rows.scores.leftCols(seen), v.topRows(seen), mixed.middleRows(i, count));
        }
        if (input.control && input.control->gates.size() > 0)
            mixed *= input.control->gates(h);
    };
    parallelForIf(record.query.rows() * record.key.rows() / input.query_segments.count() >= worthwhile_scores,
        static_cast<std::ptrdiff_t>(n_matrices), attend);
    const Eigen::Index n_new = input.queries_from.rows();
    record.output = n_new < record.mixed.rows()
        ? linear(Matrix<Scalar>(record.mixed.bottomRows(n_new)), weights.output)
        : linear(record.mixed, weights.output);
    return record;
}

template AttentionRecord<float> attention(
    const ModelConfig&, const AttentionWeights<float>&, const AttentionInput<float>&);
template AttentionRecord<double> attention(
    const ModelConfig&, const AttentionWeights<double>&, const AttentionInput<double>&);

} // namespace glassformer
