#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace glassformer {

/**
 * A set of texts with a number each, made to find all of them that a text begins with in one walk over its bytes.
 * Built without recursion; the children of a node lie side by side, sorted by their byte.
 */
class PieceTrie
{
public:
    using Entry = std::pair<std::string_view, int>; ///< a text and its number, which is at least 0

    PieceTrie() = default;
    /** Of equal texts the last counts; an empty text is left out. The texts are not kept. */
    explicit PieceTrie(std::vector<Entry> entries);

    bool isEmpty() const { return m_nodes.size() <= 1; }

    /** Calls visit(size in bytes, number) for every entry that the text begins with, the shortest first. */
    template <class Visit> void visitPrefixes(std::string_view text, Visit visit) const
    {
        std::uint32_t node = 0;
        for (std::size_t size = 0; size < text.size(); ++size) {
            node = childOf(node, static_cast<unsigned char>(text[size]));
            if (node == 0)
                return;
            if (m_nodes[node].value >= 0)
                visit(size + 1, m_nodes[node].value);
        }
    }

    /** The number of exactly this text. */
    std::optional<int> find(std::string_view text) const;

    /** Size in bytes of the longest entry that the text begins with; 0 if there is none. */
    std::size_t longestPrefix(std::string_view text) const;

private:
    struct Node
    {
        std::uint32_t first_child = 0;
        std::uint16_t child_count = 0;
        unsigned char byte = 0; ///< that leads here
        int value = -1;
    };

    /** 0, the root, which is nobody's child, if there is none. */
    std::uint32_t childOf(std::uint32_t node, unsigned char byte) const;

    std::vector<Node> m_nodes = {Node{}};
};

} // namespace glassformer
