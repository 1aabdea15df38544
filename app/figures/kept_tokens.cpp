#include "app/figures/kept_tokens.h"

#include "core/error.h"

#include <QStringList>

#include <algorithm>

namespace glassformer {
namespace {

std::vector<int> keptOf(
    const std::vector<AxisLabel>& labels, const std::optional<std::vector<int>>& wanted, bool hides_special)
{
    std::vector<int> kept;
    for (int i = 0; i < int(labels.size()); ++i) {
        const bool is_wanted = !wanted || std::binary_search(wanted->begin(), wanted->end(), i);
        if (is_wanted && !(hides_special && labels[std::size_t(i)].is_faint))
            kept.push_back(i);
    }
    if (kept.empty())
        throw Error({Message::tr("no token that is left to be drawn"), {},
            Message::tr("at least one on each side"), {}});
    return kept;
}

template <typename Value>
std::vector<Value> chosenOf(const std::vector<Value>& all, const std::vector<int>& kept)
{
    std::vector<Value> chosen;
    for (const int i : kept)
        if (i < int(all.size()))
            chosen.push_back(all[std::size_t(i)]);
    return chosen;
}

std::vector<float> cellsOf(const std::vector<float>& all, int columns, const KeptTokens& kept)
{
    std::vector<float> cells;
    cells.reserve(kept.rows.size() * kept.columns.size());
    for (const int row : kept.rows)
        for (const int column : kept.columns)
            cells.push_back(all[std::size_t(row) * std::size_t(columns) + std::size_t(column)]);
    return cells;
}

std::optional<int> placeOf(std::optional<int> token, const std::vector<int>& kept)
{
    const auto found = std::find(kept.begin(), kept.end(), token.value_or(-1));
    return found == kept.end() ? std::nullopt : std::optional(int(found - kept.begin()));
}

/** A token touches the one before it only if that is there. */
std::vector<bool> touchesOf(const std::vector<bool>& all, const std::vector<int>& kept)
{
    std::vector<bool> touches;
    for (std::size_t i = 0; i < kept.size(); ++i)
        touches.push_back(
            i > 0 && kept[i - 1] == kept[i] - 1 && kept[i] < int(all.size()) && all[std::size_t(kept[i])]);
    return touches;
}

} // namespace

KeptTokens keptTokens(const HeatmapContent& map, const FigureRequest& request)
{
    KeptTokens kept;
    kept.rows = keptOf(map.row_labels, request.rows, request.hides_special);
    kept.columns = keptOf(map.column_labels, request.columns, request.hides_special);
    kept.are_all = int(kept.rows.size()) == map.rows && int(kept.columns.size()) == map.columns;
    return kept;
}

void keepTokens(HeatmapContent& map, const KeptTokens& kept)
{
    if (kept.are_all)
        return;
    map.values = cellsOf(map.values, map.columns, kept);
    map.row_labels = chosenOf(map.row_labels, kept.rows);
    map.column_labels = chosenOf(map.column_labels, kept.columns);
    map.rows = int(kept.rows.size());
    map.columns = int(kept.columns.size());
    map.row = placeOf(map.row, kept.rows);
    std::vector<int> summed;
    for (const int row : map.summed_rows)
        if (const std::optional<int> place = placeOf(row, kept.rows))
            summed.push_back(*place);
    map.summed_rows = std::move(summed);
    map.column = placeOf(map.column, kept.columns);
    map.rows_sum_to_one = false; // what is left out is missing in the sum
}

void keepTokens(AttentionSentenceContent& sentence, const KeptTokens& kept)
{
    if (kept.are_all)
        return;
    AttentionLinesContent& map = sentence.map;
    map.weights = cellsOf(map.weights, int(map.keys.size()), kept);
    map.queries = chosenOf(map.queries, kept.rows);
    map.keys = chosenOf(map.keys, kept.columns);
    map.query = placeOf(map.query, kept.rows);
    map.key = placeOf(map.key, kept.columns);
    sentence.query_touches = touchesOf(sentence.query_touches, kept.rows);
    sentence.key_touches = touchesOf(sentence.key_touches, kept.columns);
}

std::vector<int> tokensFrom(const std::string& text, int count)
{
    std::vector<int> tokens;
    for (const QString& part : QString::fromStdString(text).split(u',')) {
        const QStringList ends = part.trimmed().split(u'-');
        bool is_first = false, is_last = false;
        const int first = ends.front().trimmed().toInt(&is_first),
                  last = ends.back().trimmed().toInt(&is_last);
        if (!is_first || !is_last || ends.size() > 2 || first < 1 || last < first || last > count)
            throw Error({Message::tr("“%1” as a list of tokens", text), {},
                Message::tr("places from 1 to %1, such as 2-4,6", count), {}});
        for (int token = first; token <= last; ++token)
            tokens.push_back(token - 1);
    }
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

} // namespace glassformer
