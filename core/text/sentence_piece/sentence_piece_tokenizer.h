#pragma once

#include "core/text/characters/mapped_text.h"
#include "core/text/sentence_piece/charsmap.h"
#include "core/text/sentence_piece/sentence_piece_bpe.h"
#include "core/text/sentence_piece/sentence_piece_file.h"
#include "core/text/sentence_piece/sentence_piece_ids.h"
#include "core/text/sentence_piece/sentence_piece_normalizer.h"
#include "core/text/unigram/unigram.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace glassformer {

/** One piece of an encoded text. */
struct SentencePieceToken
{
    int id = 0;
    std::string text; ///< as SentencePiece prints it: the piece, the unknown characters, or "<0xE4>"
    TextSpan part; ///< in the normalised text; the bytes of one character share it
    TextSpan span; ///< in the original text; empty for a space that was added
};

/** A text cut by a SentencePiece model, with how it came about. */
struct SentencePieceEncoding
{
    MappedText normalized; ///< what was cut, and where it comes from
    std::vector<SentencePieceToken> tokens;
    UnigramPath path; ///< unigram models: the choice, in spans of the normalised text
    std::vector<TextSpan> symbols; ///< BPE models: what the normalised text was before the first merge
    std::vector<SentencePieceMerge> merges; ///< BPE models: in order, in spans of the normalised text
};

/** A whole SentencePiece model: normalises, cuts and puts together again. */
class SentencePieceTokenizer
{
public:
    /** @throws Error as readSentencePieceFile and Charsmap::fromBytes; `file` is how it names the model */
    static SentencePieceTokenizer fromBytes(std::string_view bytes, const std::string& file);
    /** @throws Error as Charsmap::fromBytes; `name` is how it names the model */
    SentencePieceTokenizer(SentencePieceFile file, const std::string& name);

    /** What spm_encode gives, without start and end pieces. Bytes that are not UTF-8 become U+FFFD. */
    SentencePieceEncoding encode(std::string_view text, PieceStart start = PieceStart::Text) const;

    /**
     * What spm_decode gives: control pieces are nothing, U+2581 is a space, bytes that make no character U+FFFD.
     * @throws Error for an id outside the model
     */
    std::string decode(std::span<const int> ids) const;
    /** The same for pieces, which need not be this model's. */
    std::string decode(const std::vector<SentencePiece>& pieces) const;

    /** The text as it is before it is cut, as spm_normalize gives it. */
    MappedText normalize(std::string_view text, PieceStart start = PieceStart::Text) const;

    const SentencePieceFile& file() const { return m_file; }
    /** The unigram model, for other cuts of a word (Unigram::bestPaths); nothing for other algorithms. */
    const Unigram* unigram() const { return std::get_if<Unigram>(&m_cutter); }

private:
    std::vector<TextPiece> cut(SentencePieceEncoding& encoding) const;
    std::vector<TextPiece> cutCharacters(std::string_view text) const;
    std::vector<TextPiece> cutWords(std::string_view text) const;
    void addTokens(SentencePieceEncoding& encoding, const std::vector<TextPiece>& pieces) const;

    SentencePieceFile m_file;
    SentencePieceIds m_ids;
    Charsmap m_charsmap;
    Charsmap m_denormalizer;
    std::variant<std::monostate, Unigram, SentencePieceBpe> m_cutter; ///< nothing for characters and words
};

} // namespace glassformer
