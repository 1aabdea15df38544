#include "core/experiment/reading/token_alignment.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace glassformer {
namespace {

/** lengths[i][j]: of the longest common sequence of what stands from i and from j on. */
std::vector<std::vector<int>> commonLengths(const std::vector<int>& one, const std::vector<int>& other)
{
    std::vector<std::vector<int>> lengths(one.size() + 1, std::vector<int>(other.size() + 1));
    for (std::size_t i = one.size(); i-- > 0;)
        for (std::size_t j = other.size(); j-- > 0;)
            lengths[i][j] = one[i] == other[j] ? lengths[i + 1][j + 1] + 1
                                               : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    return lengths;
}

} // namespace

std::vector<int> alignedTokens(const std::vector<int>& ids, const std::vector<int>& other_ids)
{
    std::vector<int> aligned(ids.size(), no_counterpart);
    if (ids.size() == other_ids.size()) {
        std::iota(aligned.begin(), aligned.end(), 0);
        return aligned;
    }
    const auto lengths = commonLengths(ids, other_ids);
    std::size_t i = 0, j = 0, gap_i = 0, gap_j = 0;
    const auto closeGap = [&] {
        if (i - gap_i == j - gap_j)
            for (std::size_t k = gap_i; k < i; ++k)
                aligned[k] = static_cast<int>(gap_j + k - gap_i);
    };
    while (i < ids.size() && j < other_ids.size()) {
        if (ids[i] == other_ids[j]) {
            closeGap();
            aligned[i++] = static_cast<int>(j++);
            gap_i = i;
            gap_j = j;
        } else if (lengths[i + 1][j] >= lengths[i][j + 1])
            ++i;
        else
            ++j;
    }
    i = ids.size();
    j = other_ids.size();
    closeGap();
    return aligned;
}

} // namespace glassformer
