#include "core/experiment/explanation/explanation.h"

#include "core/experiment/explanation/head_vector.h"
#include "core/model/blocks/position.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

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
    AttentionSite site = AttentionSite::Encoder;
    Changes changes{}; ///< that act on this head's attention, whatever its rows
    std::string query_name{}, key_name{}, scores_name{}, masked_name{}, weights_name{}, mixed_name{};

    int bucketOf(int query_row, int key_row) const
    {
        return relative_bias.isEmpty() ? -1
                                       : relativeBucket(relative, placeOf(changes, site, query_row),
                                           placeOf(changes, site, key_row), is_causal);
    }
    bool isSet(const std::string& name, int row, int column) const
    {
        return !changesAt(changes, name, head, row, column).empty();
    }
    /** Whether a change stands where q·k would give the score. */
    bool isScoreSet(int row, int key_row) const
    {
        return isSet(scores_name, row, key_row) || isSet(masked_name, row, key_row);
    }
    double biasOf(int query_row, int key_row) const
    {
        const int bucket = bucketOf(query_row, key_row);
        return bucket < 0 ? 0 : double(relative_bias(bucket, head));
    }
};

/** Those that act on the head's attention: on one row of queries and one of keys, or on any. */
Changes changesOnAttention(const Trace& trace, const AttentionCell& cell)
{
    Changes found;
    for (const Change& change : trace.changes) {
        const auto isOn = [&](AttentionPart part, int head, int row, int column) {
            return !changesAt({change}, attentionTensor(cell.site, cell.layer, part), head, row, column)
                        .empty();
        };
        const int group = std::max(1, trace.config.n_heads / trace.config.keyValueHeads());
        bool is_on = isOn(AttentionPart::ProjectedQuery, cell.head, cell.query, every)
            || isOn(AttentionPart::Query, cell.head, cell.query, every)
            || isOn(AttentionPart::Scores, cell.head, cell.query, every)
            || isOn(AttentionPart::Masked, cell.head, cell.query, every)
            || isOn(AttentionPart::Weights, cell.head, cell.query, every)
            || isOn(AttentionPart::Mixed, cell.head, cell.query, every);
        // Heads that share keys share what is changed in them; a row of scores has all keys, a mixed value all values.
        for (int head = cell.head / group * group; head < cell.head / group * group + group; ++head)
            is_on = is_on || isOn(AttentionPart::ProjectedKey, head, every, every)
                || isOn(AttentionPart::Key, head, every, every)
                || isOn(AttentionPart::Value, head, every, every);
        const bool moves = cell.site != AttentionSite::DecoderCross && change.tensor == placesName(cell.site)
            && (trace.config.position_kind == PositionKind::Rotary
                || trace.config.position_kind == PositionKind::Relative);
        if (is_on || moves)
            found.push_back(change);
    }
    return found;
}

Head headAt(const Trace& trace, const AttentionCell& cell)
{
    const auto slice = [&](AttentionPart part) {
        return headOf(trace, attentionTensor(cell.site, cell.layer, part), cell.head);
    };
    Head head{slice(AttentionPart::Query), slice(AttentionPart::Key), slice(AttentionPart::Value),
        slice(AttentionPart::Scores), slice(AttentionPart::Masked), slice(AttentionPart::Weights),
        slice(AttentionPart::Mixed)};
    if (cell.site != AttentionSite::DecoderCross && !arePositionsOff(trace.changes, cell.site))
        head.relative_bias = matrixOf(trace, relativeBiasTensor(cell.site));
    head.relative = trace.config.relative;
    head.is_causal = cell.site == AttentionSite::DecoderSelf;
    head.head = cell.head;
    head.site = cell.site;
    const auto name = [&](AttentionPart part) { return attentionTensor(cell.site, cell.layer, part); };
    head.query_name = name(AttentionPart::Query);
    head.key_name = name(AttentionPart::Key);
    head.scores_name = name(AttentionPart::Scores);
    head.masked_name = name(AttentionPart::Masked);
    head.weights_name = name(AttentionPart::Weights);
    head.mixed_name = name(AttentionPart::Mixed);
    head.changes = changesOnAttention(trace, {cell.site, cell.layer, cell.head, every, every});
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
        const double score = head.isScoreSet(query, key) && !head.masked.isEmpty()
            ? static_cast<double>(head.masked(query, key))
            : dotProduct(head.query.row(query), head.key.row(key)) / result.root + head.biasOf(query, key);
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
    if (head.isSet(head.weights_name, query, result.cell.key))
        result.weight = static_cast<double>(head.weights(query, result.cell.key));
}

void explainMix(AttentionExplanation& result, const Head& head)
{
    std::vector<double> sum(std::size_t(head.value.columns));
    for (int key = 0; key < head.value.rows; ++key) {
        const double exponential = std::exp(result.row[std::size_t(key)] - result.shift);
        double weight = result.total == 0 ? 0 : exponential / result.total;
        if (head.isSet(head.weights_name, result.cell.query, key))
            weight = static_cast<double>(head.weights(result.cell.query, key));
        const std::span<const float> value = head.value.row(key);
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += weight * double(value[i]);
        if (weight != 0 || !std::isinf(result.row[std::size_t(key)])) // what is masked has no part in the mix
            result.parts.push_back({key, weight, {value.begin(), value.end()}});
    }
    result.mixed.assign(sum.begin(), sum.end());
    std::stable_sort(result.parts.begin(), result.parts.end(),
        [](const ValuePart& a, const ValuePart& b) { return a.weight > b.weight; });
}

double errorOf(const AttentionExplanation& result, const Head& head)
{
    const int query = result.cell.query;
    double error = 0;
    if (!head.isSet(head.query_name, query, every))
        error = errorOfTurn(result.query_way, result.query);
    if (!head.isSet(head.key_name, result.cell.key, every))
        error = std::max(error, errorOfTurn(result.key_way, result.key));
    if (!head.scores.isEmpty() && !head.isSet(head.scores_name, query, result.cell.key))
        error = std::max(error, std::abs(result.score - double(head.scores(query, result.cell.key))));
    error = std::max(error, std::abs(result.weight - double(head.weights(query, result.cell.key))));
    if (head.mixed.isEmpty() || head.isSet(head.mixed_name, query, every))
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
    result.changes = changesOnAttention(trace, cell);
    explainRow(result, head);
    explainMix(result, head);
    result.largest_error = errorOf(result, head);
    return result;
}

} // namespace glassformer
