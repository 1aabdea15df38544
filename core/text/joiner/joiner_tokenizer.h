#pragma once

#include "core/text/encoding.h"
#include "core/text/joiner/joiner_normalizer.h"
#include "core/text/special_tokens.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace glassformer {

class JsonField;

/** Which special tokens a text gets. */
enum class TextLayout
{
    Sentence, ///< the end token behind it: a whole sentence to be read
    Beginning ///< the start token in front of it and nothing behind: a model without encoder goes on with it
};

/**
 * Cuts text into the pieces of a vocabulary, longest match first, and puts pieces together again.
 *
 * Whole words of the corpus are entries; any other word is cut into smaller entries, in the last resort into single
 * bytes, so that every text has an encoding and, for a vocabulary without normalizer, decode(encode(text)) == text for
 * every valid UTF-8 text.
 * Spaces are not tokens of their own: one space is implied between two tokens unless one of them carries a joiner
 * mark on that side ("￭." joins to the left, "l'￭" to the right) or is a Chinese character. (Joiner annotation as
 * in the documentation of the OpenNMT tokenizer.)
 */
class JoinerTokenizer
{
public:
    /** From the bytes of tokenizer.json. @throws Error naming the field. */
    static JoinerTokenizer fromJson(std::string_view json, const std::string& where);
    static JoinerTokenizer fromJson(const JsonField& root);
    std::string toJson() const;

    /**
     * From entries, the id of each being its place.
     * @throws Error if the vocabulary could not encode every text unambiguously; `where` names its origin.
     */
    static JoinerTokenizer fromEntries(std::vector<std::string> entries, SpecialTokens special,
        const std::string& where, TextLayout layout = TextLayout::Sentence, JoinerNormalizer normalizer = {});

    /**
     * The pieces of a text, with start or end token as the layout wants; "[MASK]" is one token where the vocabulary has
     * it; begun with the target token if `target_language` is not empty.
     * @throws Error if the text is not valid UTF-8 or the language is unknown.
     */
    Encoding encode(std::string_view text, const std::string& target_language = {}) const;

    /**
     * Text of ids, always valid UTF-8; special tokens give nothing, bytes that make up no character give U+FFFD.
     * @throws Error for an id outside the vocabulary.
     */
    std::string decode(std::span<const int> ids) const;

    /** One token as people read it, and whether it is special; for tokens that the decoder wrote. */
    Token token(int id) const;

    int size() const;
    const SpecialTokens& specialTokens() const;
    TextLayout layout() const { return m_layout; }
    const JoinerNormalizer& normalizer() const { return m_normalizer; }
    /** Vocabulary entry as stored, with joiner marks. */
    const std::string& entry(int id) const;

private:
    class Encoder;

    enum class PieceKind
    {
        Text,
        Byte,
        Special
    };

    /** What an entry means. */
    struct Piece
    {
        PieceKind kind = PieceKind::Text;
        std::string text; ///< what it adds to a decoded text: without marks; one byte for a byte entry
        bool joins_left = false;
        bool joins_right = false;
    };

    JoinerTokenizer() = default;

    void readSpecial(int id, const std::string& expected_entry, const std::string& where);
    void readAllSpecial(const std::string& where);
    void readBytes(const std::unordered_map<std::string, int>& ids, const std::string& where);
    void readText(int id, const std::string& where);
    const Piece& piece(int id) const;

    std::vector<std::string> m_entries;
    std::vector<Piece> m_pieces; ///< by id, as m_entries
    std::unordered_map<std::string, int> m_text_ids; ///< the entries that text is looked up in
    std::array<int, 256> m_byte_ids{};
    std::size_t m_longest_text = 0; ///< in bytes, without marks
    SpecialTokens m_special;
    TextLayout m_layout = TextLayout::Sentence;
    JoinerNormalizer m_normalizer; ///< before a text is cut
};

/** How a vocabulary writes a byte that no other entry covers: "<0xE4>". */
std::string byteEntry(unsigned char byte);

/** How a vocabulary and a text write the gap that a masked model fills. */
inline constexpr std::string_view mask_entry = "[MASK]";

/** How a vocabulary writes the token that asks for a language: "<2fr>". */
std::string targetEntry(const std::string& language);

inline constexpr std::size_t max_entry_count = 1'000'000;
inline constexpr std::size_t max_entry_bytes = 128; ///< bounds the work per character of a text

} // namespace glassformer
