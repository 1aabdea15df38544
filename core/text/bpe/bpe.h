#pragma once

#include "core/text/characters/aligned_text.h"
#include "core/text/vocabulary.h"
#include "core/text/word_tokens.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace glassformer {

/** What a BPE vocabulary does beside merging; the names are those of tokenizer.json. */
struct BpeOptions
{
    std::optional<int> unknown_id{}; ///< absent: unknown characters are left out
    std::string continuing_subword_prefix{}; ///< before every character of a word but the first, in entries
    std::string end_of_word_suffix{}; ///< behind the last: "</w>"
    bool fuse_unk = false; ///< neighbouring unknown characters become one token
    bool byte_fallback = false; ///< unknown characters become bytes "<0xE4>"
    bool ignore_merges = false; ///< a word that is an entry needs no merges
};

/**
 * Byte-pair encoding: a word begins as characters; of all neighbours that the list of merges knows, the pair highest in
 * the list becomes one piece (the leftmost of equals), again and again.
 *
 * A heap of candidates over a linked list: n log n for a word of n characters.
 * Source: Sennrich et al. 2016, "Neural Machine Translation of Rare Words with Subword Units", section 3.2.
 */
class Bpe
{
public:
    /**
     * \param merges  pairs of entries, the most important first
     * \param where   names their list in messages; the place is added
     * \throws Error if a merge has a part or a result that is no entry
     */
    Bpe(const Vocabulary& vocabulary, const std::vector<std::pair<std::string, std::string>>& merges,
        BpeOptions options, const std::string& where);

    /** \param word  not empty */
    WordTokens cut(AlignedView word, const Vocabulary& vocabulary) const;

    const BpeOptions& options() const { return m_options; }

private:
    class Merger;

    struct Merge
    {
        int rank = 0;
        int id = 0; ///< of what the two become
    };

    static std::uint64_t keyOf(int left, int right)
    {
        return std::uint64_t{static_cast<std::uint32_t>(left)} << 32 | static_cast<std::uint32_t>(right);
    }

    std::vector<WordToken> characters(AlignedView word, const Vocabulary& vocabulary) const;
    bool appendBytes(std::vector<WordToken>& tokens, const AlignedCharacter& character) const;

    std::unordered_map<std::uint64_t, Merge> m_merges;
    std::array<int, 256> m_byte_ids{}; ///< -1 where the vocabulary has none
    BpeOptions m_options;
};

} // namespace glassformer
