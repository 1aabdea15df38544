#pragma once

#include "core/text/characters/mapped_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * The table of replacements that a SentencePiece model carries (field precompiled_charsmap, in tokenizer.json
 * in base64): "ﬁ" becomes "fi", a tab becomes a space.
 *
 * Format: 4 bytes n, little-endian; n bytes of 32-bit units, a double-array trie as Darts-clone writes it, whose
 * keys are what is replaced; the replacements, each ended by a zero byte, which the values of the trie count into.
 * All is hostile until proven otherwise: sizes and UTF-8 are checked when it is read, and every step of a search
 * and every value is compared with the array it points into, so that a wild table finds nothing, never memory
 * outside. Without a table (the default) nothing is ever found.
 */
class Charsmap
{
public:
    /** A key found at the start of a text. */
    struct Match
    {
        std::size_t size = 0; ///< bytes of the key; at least 1
        std::string_view replacement; ///< may be empty; valid UTF-8, as long as the table lives
    };

    Charsmap() = default;

    /**
     * From the bytes of the field (not base64); no bytes are a table without entries.
     * @throws Error naming `where` if the sizes contradict each other or the replacements are not UTF-8
     */
    static Charsmap fromBytes(std::string_view bytes, const std::string& where);

    bool isEmpty() const { return m_units.empty(); }

    /** The longest key that the text begins with: what SentencePiece replaces. */
    std::optional<Match> longestMatch(std::string_view text) const;
    /** The shortest one. */
    std::optional<Match> shortestMatch(std::string_view text) const;

private:
    template <class Visit> void visitMatches(std::string_view text, Visit visit) const;

    std::vector<std::uint32_t> m_units; ///< the double array
    std::string m_replacements; ///< ends with a zero byte unless empty
};

/**
 * Replaces as the normalizer "Precompiled" of Hugging Face's tokenizers does, which differs from SentencePiece:
 * a grapheme (what people see as one character) of fewer than 6 bytes that begins with a key is replaced as a
 * whole by the replacement of the shortest such key; in every other grapheme each character is replaced by
 * itself in the same way. The origins are the true ones (that library's own are shifted behind a replacement
 * by more or fewer characters).
 * \param text  valid UTF-8
 */
MappedText replaceGraphemes(const Charsmap& charsmap, std::string_view text);

} // namespace glassformer
