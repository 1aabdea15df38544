#pragma once

#include "core/text/characters/aligned_text.h"
#include "core/text/pipeline/text_pattern.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace glassformer {

/** A token that is found in a text before anything else is done to it; the names are those of tokenizer.json. */
struct AddedToken
{
    int id = 0;
    std::string content; ///< not empty, at most max_added_token_bytes
    bool single_word = false; ///< not inside a word
    bool lstrip = false; ///< takes the white space before it
    bool rstrip = false; ///< and behind it
    bool normalized = false; ///< is looked for in the normalised text
    bool special = false; ///< stands for no text
};

inline constexpr std::size_t max_added_token_bytes = 1024; ///< bounds the work per character of a text

/** A stretch of a text: an added token, or text between them (id -1). */
struct AddedMatch
{
    CharacterRange range;
    int id = -1;
};

/** Finds the added tokens of one kind (normalised or not) in a text: from the left, of several the longest. */
class AddedTokenFinder
{
public:
    /** \param content  what is looked for: the token's content, normalised if the token is */
    void add(const AddedToken& token, const std::u32string& content);

    /** All of the text in order; no stretch is empty. */
    std::vector<AddedMatch> find(AlignedView text) const;

private:
    struct Rules
    {
        int id = 0;
        bool single_word = false;
        bool lstrip = false;
        bool rstrip = false;
    };

    struct Match
    {
        std::size_t end = 0;
        const Rules* rules = nullptr; ///< null: no match
    };

    static std::uint64_t keyOf(int node, char32_t code)
    {
        return static_cast<std::uint64_t>(node) << 32 | code;
    }

    Match longestMatch(AlignedView text, std::size_t position) const;

    std::unordered_map<std::uint64_t, int> m_children; ///< of node and character; node 0 is the root
    std::unordered_map<int, Rules> m_tokens; ///< by the node at which their content ends
    int m_node_count = 1;
};

} // namespace glassformer
