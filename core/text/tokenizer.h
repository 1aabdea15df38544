#pragma once

#include "core/text/encoding.h"

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace glassformer {

/** Ids of the tokens that are not text. */
struct SpecialTokens
{
    int padding = 0;
    int start = 1; ///< first input of the decoder
    int end = 2; ///< last token of source and target
    int unknown = 3; ///< stands for a dropped word in training; text never produces it
    int mask = -1; ///< the gap that a masked model fills; -1 where the vocabulary has none
    std::map<std::string, int> targets; ///< "en" -> id of <2en>, first token of the source
};

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
 * bytes, so that every text has an encoding and decode(encode(text)) == text for every valid UTF-8 text.
 * Spaces are not tokens of their own: one space is implied between two tokens unless one of them carries a joiner
 * mark on that side ("￭." joins to the left, "l'￭" to the right) or is a Chinese character. (Joiner annotation as
 * in the documentation of the OpenNMT tokenizer.)
 */
class Tokenizer
{
public:
    /** From the bytes of tokenizer.json. @throws Error naming the field. */
    static Tokenizer fromJson(std::string_view json, const std::string& where);
    std::string toJson() const;

    /**
     * From entries, the id of each being its place.
     * @throws Error if the vocabulary could not encode every text unambiguously; `where` names its origin.
     */
    static Tokenizer fromEntries(std::vector<std::string> entries, SpecialTokens special,
        const std::string& where, TextLayout layout = TextLayout::Sentence);

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
    TextLayout layout() const;
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

    Tokenizer() = default;

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
