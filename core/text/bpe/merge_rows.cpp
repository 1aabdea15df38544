#include "core/text/bpe/merge_rows.h"

#include <algorithm>

namespace glassformer {

std::vector<MergeRow> mergeRows(const WordCut& word)
{
    std::vector<MergeRow> rows;
    if (word.symbols.empty())
        return rows;
    rows.push_back({word.symbols});
    std::vector<std::size_t> begins(word.symbols.size()); // first symbol of every piece
    for (std::size_t i = 0; i < begins.size(); ++i)
        begins[i] = i;
    for (const MergeStep& merge : word.merges) {
        const auto left = std::lower_bound(begins.begin(), begins.end(), merge.place);
        if (left == begins.end() || *left != merge.place || left + 1 == begins.end())
            continue;
        const auto index = left - begins.begin();
        rows.back().joined = static_cast<std::size_t>(index);
        rows.back().rank = merge.rank;
        MergeRow next{rows.back().pieces};
        next.pieces[static_cast<std::size_t>(index)] = merge.merged;
        next.pieces.erase(next.pieces.begin() + index + 1);
        begins.erase(left + 1);
        rows.push_back(std::move(next));
    }
    return rows;
}

} // namespace glassformer
