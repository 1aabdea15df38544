#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace glassformer {

/**
 * Several sentences in one matrix, one below the other without padding: sentence i owns rows begin(i) to end(i).
 * Everything but attention works on all rows at once.
 */
class Segments
{
public:
    Segments() = default;
    static Segments single(int length) { return Segments({length}); }

    explicit Segments(const std::vector<int>& lengths)
    {
        for (const int length : lengths)
            m_offsets.push_back(m_offsets.back() + length);
    }

    int count() const { return static_cast<int>(m_offsets.size()) - 1; }
    int begin(int segment) const { return m_offsets[static_cast<std::size_t>(segment)]; }
    int end(int segment) const { return m_offsets[static_cast<std::size_t>(segment) + 1]; }
    int length(int segment) const { return end(segment) - begin(segment); }
    int rows() const { return m_offsets.back(); }
    int longest() const ///< tokens of the longest
    {
        int length_of_longest = 0;
        for (int segment = 0; segment < count(); ++segment)
            length_of_longest = std::max(length_of_longest, length(segment));
        return length_of_longest;
    }

private:
    std::vector<int> m_offsets{0};
};

} // namespace glassformer
