#pragma once

#include "core/text/encoding.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** The pieces of a word between two merges. */
struct MergeRow
{
    std::vector<std::string> pieces;
    std::optional<std::size_t> joined{}; ///< the piece that the next merge joins with the one behind it
    int rank = 0; ///< of that merge
};

/**
 * A word from its symbols to its pieces, one row before every merge and one after the last; nothing for a word that was
 * not merged. Merges of symbols that the word does not keep (max_word_steps) are left out.
 */
std::vector<MergeRow> mergeRows(const WordCut& word);

} // namespace glassformer
