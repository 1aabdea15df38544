#pragma once

#include "core/text/characters/normal_parts.h"
#include "core/text/encoding.h"
#include "core/text/pipeline/added_tokens.h"
#include "core/text/pipeline/normalizer.h"
#include "core/text/sentence_pair.h"
#include "core/text/sentence_piece/sentence_piece_tokenizer.h"
#include "core/text/special_tokens.h"
#include "core/text/vocabulary.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** All that a PieceTokenizer is made of. Model ids are those that the Transformer reads. */
struct PieceParts
{
    std::shared_ptr<const SentencePieceTokenizer> source{}; ///< cuts texts
    std::shared_ptr<const SentencePieceTokenizer> target{}; ///< puts them together
    Vocabulary vocabulary{}; ///< entries by model id, added tokens beside them
    std::vector<int> id_of_piece{}; ///< model id by piece of the source
    std::vector<int> piece_of_id{}; ///< piece of the target by model id; -1, or not there: none
    bool knows_more = false; ///< the vocabulary has entries that the source has no piece for
    std::vector<AddedToken> added{}; ///< found in a text before it is cut
    bool adds_space = true; ///< a text begins as the source wants it; false: with what it begins itself
    bool begins_anew =
        true; ///< so does what stands behind an added token; false: only a text that has no space
    bool takes_language_code = false; ///< ">>fr<<" before a text asks for a language
    std::vector<NormalizerStep> normalizer{}; ///< before the source sees the text
    std::vector<int> before{}, after{}; ///< ids put around every text
    SentencePair pair{};
    SpecialTokens special{};
};

/** A tokenizer on SentencePiece models, with the ids and special tokens of a family of Transformers. */
class PieceTokenizer
{
public:
    explicit PieceTokenizer(PieceParts parts);

    /** As Tokenizer::encode, decode and so on. */
    Encoding encode(std::string_view text, const std::string& target_language = {}) const;
    std::string decode(std::span<const int> ids) const;
    Token token(int id) const;
    int size() const { return m_parts.vocabulary.size(); }
    const SpecialTokens& specialTokens() const { return m_parts.special; }
    const SentencePair& pair() const { return m_parts.pair; }
    /** \throws Error for an id outside the vocabulary */
    const std::string& entry(int id) const { return m_parts.vocabulary.entry(id); }

private:
    void addFound(Encoding& encoding, int id, TextSpan span) const;
    void addTarget(Encoding& encoding, const std::string& language, bool is_said) const;
    std::size_t languageCode(std::string_view text) const;
    void addText(Encoding& encoding, NormalParts& normal, std::string_view text, std::size_t offset) const;
    int idOf(const SentencePieceToken& piece) const;
    std::vector<std::size_t> addWords(Encoding& encoding, const SentencePieceEncoding& cut) const;
    PieceParts m_parts;
    AddedTokenFinder m_finder;
    std::vector<bool> m_is_special; ///< by id
    std::vector<bool> m_is_added; ///< by id: content is text as it is, without marks
};

} // namespace glassformer
