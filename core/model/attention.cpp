#include "core/model/attention.h"

#include "core/model/linear.h"
#include "core/tensor/softmax.h"

#include <cmath>
#include <limits>

namespace glassformer {
namespace {

template <typename Scalar>
void applyMask(Matrix<Scalar>& scores, const AttentionInput<Scalar>& input, int segment, int head)
{
    const Scalar forbidden = -std::numeric_limits<Scalar>::infinity();
    if (input.causal)
        for (Eigen::Index q = 0; q < scores.rows(); ++q)
            for (Eigen::Index k = input.first_query + q + 1; k < scores.cols(); ++k)
                scores(q, k) = forbidden;
    if (!input.control)
        return;
    for (const auto& cut : input.control->cuts) {
        const Eigen::Index row = cut.query - input.first_query;
        // A cut may speak of rows that are not written yet.
        if (cut.segment == segment && (cut.head < 0 || cut.head == head) && row >= 0 && row < scores.rows()
            && cut.key < scores.cols())
            scores(row, cut.key) = forbidden;
    }
}

template <typename Scalar> void appendRows(Matrix<Scalar>& rows, const Matrix<Scalar>& more)
{
    rows.conservativeResize(rows.rows() + more.rows(), more.cols());
    rows.bottomRows(more.rows()) = more;
}

/** Keys and values of all rows that may be looked at: computed, or as far as possible remembered. */
template <typename Scalar>
void project(const AttentionInput<Scalar>& input, const AttentionWeights<Scalar>& weights,
    AttentionRecord<Scalar>& record)
{
    KeyValueCache<Scalar>* const cache = input.cache;
    const bool is_filled = cache && !input.causal && cache->key.rows() > 0;
    if (!is_filled) {
        record.key = linear(input.keys_from, weights.key);
        record.value = linear(input.keys_from, weights.value);
    }
    if (!cache)
        return;
    if (!is_filled) {
        appendRows(cache->key, record.key);
        appendRows(cache->value, record.value);
    }
    record.key = cache->key;
    record.value = cache->value;
}

} // namespace

template <typename Scalar>
AttentionRecord<Scalar> attention(
    const AttentionInput<Scalar>& input, const AttentionWeights<Scalar>& weights, int n_heads)
{
    AttentionRecord<Scalar> record;
    record.query = linear(input.queries_from, weights.query);
    project(input, weights, record);
    record.mixed.resize(record.query.rows(), record.query.cols());

    const Eigen::Index d_k = record.query.cols() / n_heads;
    const Scalar scale = Scalar(1) / std::sqrt(static_cast<Scalar>(d_k));
    for (int s = 0; s < input.query_segments.count(); ++s) {
        const int q0 = input.query_segments.begin(s), n_queries = input.query_segments.length(s);
        const int k0 = input.key_segments.begin(s);
        const auto n_keys = input.cache ? record.key.rows() : Eigen::Index(input.key_segments.length(s));
        for (int h = 0; h < n_heads; ++h) {
            const auto q = record.query.block(q0, h * d_k, n_queries, d_k);
            const auto k = record.key.block(k0, h * d_k, n_keys, d_k);
            const auto v = record.value.block(k0, h * d_k, n_keys, d_k);

            Matrix<Scalar> scores(n_queries, n_keys);
            multiplyByTransposed(q, k, scores);
            scores *= scale;
            if (input.keep_scores)
                record.scores.push_back(scores);
            applyMask(scores, input, s, h);
            if (input.keep_scores)
                record.masked.push_back(scores);
            softmaxRows<Scalar>(scores);

            auto mixed = record.mixed.block(q0, h * d_k, n_queries, d_k);
            multiply(scores, v, mixed);
            if (input.control && input.control->gates.size() > 0)
                mixed *= input.control->gates(h);
            record.weights.push_back(std::move(scores));
        }
    }
    record.output = linear(record.mixed, weights.output);
    return record;
}

template AttentionRecord<float> attention(const AttentionInput<float>&, const AttentionWeights<float>&, int);
template AttentionRecord<double> attention(
    const AttentionInput<double>&, const AttentionWeights<double>&, int);

} // namespace glassformer
