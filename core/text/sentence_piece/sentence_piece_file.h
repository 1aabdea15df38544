#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** What a piece is for; the values are those of the file. */
enum class SentencePieceKind
{
    Normal = 1,
    Unknown = 2, ///< stands for text that no piece covers
    Control = 3, ///< </s>, <pad>: never made from text
    UserDefined = 4, ///< taken wherever it stands in the text
    Unused = 5, ///< has an id, but text is not cut into it
    Byte = 6 ///< "<0xE4>": one byte of a character that no piece covers
};

struct SentencePiece
{
    std::string text; ///< spaces are U+2581; not empty, no zero byte, at most max_sentence_piece_bytes
    float score = 0; ///< unigram: logarithm of the probability; BPE: the higher, the earlier it is merged
    SentencePieceKind kind = SentencePieceKind::Normal;
};

/** How text is cut; the values are those of the file. */
enum class SentencePieceAlgorithm
{
    Unigram = 1,
    Bpe = 2,
    Word = 3,
    Char = 4
};

/** What happens to a text before it is cut. */
struct SentencePieceNormalizer
{
    std::string name; ///< "nmt_nfkc"; for people, the table is what counts
    std::string charsmap; ///< bytes for Charsmap::fromBytes; may be empty
    bool add_dummy_prefix = true; ///< a space before the first word (behind the last if spaces are suffixes)
    bool remove_extra_whitespaces = true; ///< at both ends, and all but one of a run
    bool escape_whitespaces = true; ///< a space becomes U+2581
};

/** A SentencePiece model as its file says it; the id of a piece is its place. */
struct SentencePieceFile
{
    std::vector<SentencePiece> pieces;
    SentencePieceAlgorithm algorithm = SentencePieceAlgorithm::Unigram;
    SentencePieceNormalizer normalizer;
    SentencePieceNormalizer denormalizer; ///< for decoded text; without a charsmap, as almost always, unused
    bool has_byte_fallback = false; ///< then there are all 256 byte pieces
    bool has_space_suffixes = false; ///< U+2581 ends a word instead of beginning it
    std::string unknown_surface = " \u2047 "; ///< what the unknown piece is decoded to

    int unknown_id = 0;
    std::optional<int> start_id; ///< <s>
    std::optional<int> end_id; ///< </s>
    std::optional<int> padding_id; ///< <pad>
};

/** The longest piece that is read, in bytes: bounds the work per character of a text. Real ones have under 100. */
inline constexpr std::size_t max_sentence_piece_bytes = 512;
inline constexpr std::size_t max_sentence_piece_count = 4'000'000;

/**
 * Reads a SentencePiece model (.model, .spm), a protobuf message. Fields that say how it was trained are skipped.
 *
 * Refused, with the place: what is no protobuf, is cut, or has a field of the wrong type; no pieces or too many; an
 * empty piece, one too long, not UTF-8, or with a zero byte; two equal pieces (upstream keeps pieces of text and
 * special pieces apart, so one of each may be equal); a score that is no finite number; an unknown type of piece or
 * algorithm; no or two unknown pieces; a byte piece that is not spelt exactly "<0x00>" to "<0xFF>", byte pieces
 * without byte_fallback, and byte_fallback without all 256.
 * The charsmap is not looked into: Charsmap::fromBytes checks it.
 *
 * \param file  how messages name it
 * Source: sentencepiece_model.proto of the SentencePiece project (field numbers and defaults).
 */
SentencePieceFile readSentencePieceFile(std::string_view bytes, const std::string& file);

/** The byte that "<0xE4>" spells; nothing for any other text, lower-case digits included. */
std::optional<unsigned char> byteOfPiece(std::string_view text);

/** "<0xE4>" for a byte. */
std::string bytePiece(unsigned char byte);

} // namespace glassformer
