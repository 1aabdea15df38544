#include "widgets/pictures/attention/shown_map_content.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "widgets/pictures/trace_content.h"

#include <algorithm>
#include <limits>

namespace glassformer {
namespace {

std::vector<bool> touchesOf(const std::vector<Token>& tokens)
{
    std::vector<bool> touches(tokens.size());
    for (std::size_t i = 1; i < tokens.size(); ++i)
        touches[i] = !tokens[i].span.isEmpty() && !tokens[i - 1].span.isEmpty()
            && tokens[i - 1].span.end == tokens[i].span.begin;
    return touches;
}

} // namespace

void takeNumbers(HeatmapContent& weights, const ShownMap& shown)
{
    const MatrixSlice& map = shown.map.weights;
    if (map.rows != weights.rows || map.columns != weights.columns)
        return;
    for (std::size_t i = 0; i < weights.values.size(); ++i)
        if (!isMasked(weights.values[i]) || map.values()[i] > 0)
            weights.values[i] = map.values()[i];
    const bool sums_to_one =
        shown.aggregate != MapAggregate::LargestOfHeads && shown.aggregate != MapAggregate::LargestOfLayers;
    weights.rows_sum_to_one = sums_to_one && !shown.is_rescaled;
    if (shown.aggregate != MapAggregate::OneHead)
        weights.limit = largestSize(weights.values);
}

void mergeWords(HeatmapContent& content, const MatrixSlice& weights, std::span<const WordGroup> queries,
    std::span<const WordGroup> keys)
{
    const MatrixSlice merged = mergedWords(weights, queries, keys);
    if (merged.isEmpty())
        return;
    const auto labels = [](const std::vector<AxisLabel>& pieces, std::span<const WordGroup> groups) {
        std::vector<AxisLabel> words;
        for (const WordGroup& group : groups) {
            const AxisLabel& piece = pieces[std::size_t(group.first)];
            words.push_back(
                group.count > 1 ? AxisLabel{QString::fromStdString(group.text), piece.is_faint, {}} : piece);
        }
        return words;
    };
    const auto wordOf = [](std::optional<int> piece, std::span<const WordGroup> groups) {
        std::optional<int> word;
        for (std::size_t i = 0; piece && i < groups.size() && groups[i].first <= *piece; ++i)
            word = int(i);
        return word;
    };
    std::vector<float> values(merged.values().begin(), merged.values().end());
    for (std::size_t q = 0; q < queries.size(); ++q)
        for (std::size_t k = 0; k < keys.size(); ++k) // masked where no piece sees any
            if (isMasked(content.at(queries[q].first + queries[q].count - 1, keys[k].first)))
                values[q * keys.size() + k] =
                    content.at(queries[q].first + queries[q].count - 1, keys[k].first);
    content.values = std::move(values);
    content.rows = merged.rows;
    content.columns = merged.columns;
    content.row_labels = labels(content.row_labels, queries);
    content.column_labels = labels(content.column_labels, keys);
    content.row = wordOf(content.row, queries);
    content.column = wordOf(content.column, keys);
}

void addSum(HeatmapContent& content, std::span<const int> rows)
{
    const auto columns = std::size_t(content.columns);
    std::vector<float> seen = content.values;
    std::vector<bool> is_seen(columns);
    for (std::size_t i = 0; i < seen.size(); ++i)
        seen[i] = isMasked(seen[i]) ? 0 : seen[i];
    for (const int row : rows)
        for (std::size_t column = 0; column < columns; ++column)
            is_seen[column] = is_seen[column] || !isMasked(content.at(row, int(column)));
    const std::vector<double> sum = summedRows({seen.data(), content.rows, content.columns, nullptr}, rows);
    for (std::size_t column = 0; column < columns; ++column) {
        content.values.push_back(
            is_seen[column] ? float(sum[column]) : -std::numeric_limits<float>::infinity());
        content.limit = std::max(content.limit, sum[column]);
    }
    content.summed_rows.assign(rows.begin(), rows.end());
    content.row_labels.push_back({QStringLiteral("Σ")});
    content.ends_with_sum = true;
    ++content.rows;
}

namespace {

/** The text has a place for each of its words, and none for a sum: it stands at the chosen one. */
void putSumInPlace(HeatmapContent& weights)
{
    const auto columns = std::ptrdiff_t(weights.columns);
    const auto sum = weights.values.end() - columns;
    if (weights.row)
        std::copy(sum, weights.values.end(), weights.values.begin() + *weights.row * columns);
    weights.values.erase(sum, weights.values.end());
    weights.row_labels.pop_back();
    weights.ends_with_sum = false;
    --weights.rows;
}

} // namespace

AttentionSentenceContent sentenceContent(
    HeatmapContent weights, const Trace& trace, AttentionSite site, bool has_arcs)
{
    if (weights.ends_with_sum)
        putSumInPlace(weights);
    AttentionSentenceContent content;
    content.map = linesContent(weights);
    content.is_self = site != AttentionSite::DecoderCross;
    content.has_arcs = has_arcs;
    const std::vector<Token>& rows =
        content.is_self || trace.written.empty() ? queriesOf(trace, site) : trace.written;
    // A running text has the words alone, not what a decoder makes of each.
    for (std::size_t i = 0; i < content.map.queries.size() && i < rows.size(); ++i)
        content.map.queries[i] = labelOf(rows[i]);
    content.query_touches = touchesOf(rows);
    content.key_touches = touchesOf(keysOf(trace, site));
    return content;
}

} // namespace glassformer
