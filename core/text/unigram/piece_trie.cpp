#include "core/text/unigram/piece_trie.h"

#include <algorithm>
#include <cstddef>

namespace glassformer {
namespace {

/** A run of sorted entries that share their first bytes, which lead to a node. */
struct Group
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t node = 0;
    std::size_t depth = 0; ///< how many bytes they share
};

} // namespace

PieceTrie::PieceTrie(std::vector<Entry> entries)
{
    std::stable_sort(
        entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.first < b.first; });

    // Level by level, so that the children of a node come to lie side by side.
    std::vector<Group> level = {{0, entries.size(), 0, 0}};
    while (!level.empty()) {
        std::vector<Group> next_level;
        for (const Group& group : level) {
            std::size_t begin = group.begin;
            while (begin < group.end && entries[begin].first.size() == group.depth) {
                if (group.depth > 0)
                    m_nodes[group.node].value = entries[begin].second;
                ++begin;
            }
            m_nodes[group.node].first_child = static_cast<std::uint32_t>(m_nodes.size());
            while (begin < group.end) {
                const char byte = entries[begin].first[group.depth];
                std::size_t end = begin + 1;
                while (end < group.end && entries[end].first[group.depth] == byte)
                    ++end;
                next_level.push_back(
                    {begin, end, static_cast<std::uint32_t>(m_nodes.size()), group.depth + 1});
                m_nodes.push_back({0, 0, static_cast<unsigned char>(byte), -1});
                ++m_nodes[group.node].child_count;
                begin = end;
            }
        }
        level = std::move(next_level);
    }
}

std::uint32_t PieceTrie::childOf(std::uint32_t node, unsigned char byte) const
{
    const auto first = m_nodes.begin() + m_nodes[node].first_child;
    const auto last = first + m_nodes[node].child_count;
    const auto child = std::lower_bound(
        first, last, byte, [](const Node& one, unsigned char other) { return one.byte < other; });
    return child != last && child->byte == byte ? static_cast<std::uint32_t>(child - m_nodes.begin()) : 0;
}

std::optional<int> PieceTrie::find(std::string_view text) const
{
    std::uint32_t node = 0;
    for (const char byte : text) {
        node = childOf(node, static_cast<unsigned char>(byte));
        if (node == 0)
            return std::nullopt;
    }
    if (m_nodes[node].value < 0)
        return std::nullopt;
    return m_nodes[node].value;
}

std::size_t PieceTrie::longestPrefix(std::string_view text) const
{
    std::size_t longest = 0;
    visitPrefixes(text, [&longest](std::size_t size, int) { longest = size; });
    return longest;
}

} // namespace glassformer
