#include "core/experiment/explanation.h"

#include "core/experiment/head_vector.h"
#include "core/model/position.h"
#include "core/model/tensor_name.h"
#include "core/trace/tensor_slice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassformer {

namespace {

/** Beyond this exp() of a score is no number that anyone reads. */
constexpr double readable_exponent = 12;

struct Head
{
    MatrixSlice query, key, value, scores, masked, weights, mixed;
    MatrixSlice relative_bias{}; ///< [buckets, H], or empty
    RelativeConfig relative{};
    bool is_causal = false;
    int head = 0;

    int bucketOf(int query_row, int key_row) const
    {
        return relative_bias.isEmpty() ? -1 : relativeBucket(relative, query_row, key_row, is_causal);
    }
    double biasOf(int query_row, int key_row) const
    {
        const int bucket = bucketOf(query_row, key_row);
        return bucket < 0 ? 0 : double(relative_bias(bucket, head));
    }
};

Head headAt(const Trace& trace, const AttentionCell& cell)
{
    const auto slice = [&](AttentionPart part) {
        return headOf(trace, attentionTensor(cell.site, cell.layer, part), cell.head);
    };
    Head head{slice(AttentionPart::Query), slice(AttentionPart::Key), slice(AttentionPart::Value),
        slice(AttentionPart::Scores), slice(AttentionPart::Masked), slice(AttentionPart::Weights),
        slice(AttentionPart::Mixed)};
    if (cell.site != AttentionSite::DecoderCross)
        head.relative_bias = matrixOf(trace, relativeBiasTensor(cell.site));
    head.relative = trace.config.relative;
    head.is_causal = cell.site == AttentionSite::DecoderSelf;
    head.head = cell.head;
    return head;
}

double dotProduct(std::span<const float> left, std::span<const float> right)
{
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        sum += double(left[i]) * double(right[i]);
    return sum;
}

MaskReason reasonOf(const AttentionExplanation& result, const Head& head)
{
    const int distance = result.cell.query - result.cell.key;
    if (head.is_causal && distance < 0)
        return MaskReason::Future;
    if (result.window > 0 && distance >= result.window)
        return MaskReason::Window;
    return MaskReason::Cut;
}

void explainRow(AttentionExplanation& result, const Head& head)
{
    const int query = result.cell.query;
    double largest = -std::numeric_limits<double>::infinity();
    for (int key = 0; key < head.key.rows; ++key) {
        const bool is_masked = !head.masked.isEmpty() && std::isinf(head.masked(query, key));
        const double score =
            dotProduct(head.query.row(query), head.key.row(key)) / result.root + head.biasOf(query, key);
        result.row.push_back(is_masked ? -std::numeric_limits<double>::infinity() : score);
        largest = std::max(largest, result.row.back());
    }
    result.is_masked = std::isinf(result.row[std::size_t(result.cell.key)]);
    result.mask_reason = result.is_masked ? reasonOf(result, head) : MaskReason::None;
    result.shift = std::abs(largest) > readable_exponent && std::isfinite(largest) ? largest : 0;
    for (const double score : result.row)
        result.total += std::exp(score - result.shift);
    result.exponential = std::exp(result.row[std::size_t(result.cell.key)] - result.shift);
    result.weight = result.total == 0 ? 0 : result.exponential / result.total; // a broken row stays broken
}

void explainMix(AttentionExplanation& result, const Head& head)
{
    std::vector<double> sum(std::size_t(head.value.columns));
    for (int key = 0; key < head.value.rows; ++key) {
        const double exponential = std::exp(result.row[std::size_t(key)] - result.shift);
        const double weight = result.total == 0 ? 0 : exponential / result.total;
        const std::span<const float> value = head.value.row(key);
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += weight * double(value[i]);
        result.parts.push_back({key, weight, {value.begin(), value.end()}});
    }
    result.mixed.assign(sum.begin(), sum.end());
    std::stable_sort(result.parts.begin(), result.parts.end(),
        [](const ValuePart& a, const ValuePart& b) { return a.weight > b.weight; });
}

double errorOf(const AttentionExplanation& result, const Head& head)
{
    const int query = result.cell.query;
    double error =
        std::max(errorOfTurn(result.query_way, result.query), errorOfTurn(result.key_way, result.key));
    if (!head.scores.isEmpty())
        error = std::max(error, std::abs(result.score - double(head.scores(query, result.cell.key))));
    error = std::max(error, std::abs(result.weight - double(head.weights(query, result.cell.key))));
    if (head.mixed.isEmpty() || result.head_is_off)
        return error;
    for (int i = 0; i < head.mixed.columns; ++i)
        error =
            std::max(error, std::abs(double(result.mixed[std::size_t(i)]) - double(head.mixed(query, i))));
    return error;
}

} // namespace

std::optional<AttentionExplanation> explainAttention(const Trace& trace, const AttentionCell& cell)
{
    const Head head = headAt(trace, cell);
    const bool is_complete =
        !head.query.isEmpty() && !head.key.isEmpty() && !head.value.isEmpty() && !head.weights.isEmpty();
    if (!is_complete || cell.query < 0 || cell.query >= head.query.rows || cell.key < 0
        || cell.key >= head.key.rows)
        return std::nullopt;

    AttentionExplanation result;
    result.cell = cell;
    const ModelConfig& config = trace.config;
    result.heads_per_key_value = std::max(1, config.n_heads / config.keyValueHeads());
    result.key_value_head = cell.head / result.heads_per_key_value;
    result.query_way = headVectorOf(trace, cell, AttentionPart::Query);
    result.key_way = headVectorOf(trace, cell, AttentionPart::Key);
    result.window = head.is_causal ? config.windowOf(cell.layer) : 0;
    const std::span<const float> query = head.query.row(cell.query);
    const std::span<const float> key = head.key.row(cell.key);
    result.query.assign(query.begin(), query.end());
    result.key.assign(key.begin(), key.end());
    for (std::size_t i = 0; i < query.size(); ++i)
        result.products.push_back(query[i] * key[i]);
    result.dot = dotProduct(query, key);
    result.root = config.scale_scores ? std::sqrt(double(query.size())) : 1;
    result.bucket = head.bucketOf(cell.query, cell.key);
    result.bias = head.biasOf(cell.query, cell.key);
    result.score = result.dot / result.root + result.bias;
    result.head_is_off = isHeadOff(trace.changes, {cell.site, cell.layer, cell.head});
    explainRow(result, head);
    explainMix(result, head);
    result.largest_error = errorOf(result, head);
    return result;
}

} // namespace glassformer
