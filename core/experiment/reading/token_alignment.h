#pragma once

#include <vector>

namespace glassformer {

/** Stands for a token that has no counterpart. */
inline constexpr int no_counterpart = -1;

/**
 * For each token of one text its counterpart in another: in texts of equal length the one at the same place. Otherwise
 * tokens that both have in the same order belong together (the longest such sequence), and those between two of them if
 * there are as many in both.
 */
std::vector<int> alignedTokens(const std::vector<int>& ids, const std::vector<int>& other_ids);

} // namespace glassformer
