#pragma once

#include "core/text/encoding.h"
#include "core/text/pipeline/normalizer.h"
#include "core/text/sentence_pair.h"
#include "core/text/sentence_piece/sentence_piece_tokenizer.h"
#include "core/text/special_tokens.h"

#include <map>
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
    std::vector<std::string> entries{}; ///< by model id
    std::vector<int> id_of_piece{}; ///< model id by piece of the source
    std::vector<int> piece_of_id{}; ///< piece of the target by model id; -1: none
    std::map<std::string, int> special_texts{}; ///< special tokens that a text may hold
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
    int size() const { return static_cast<int>(m_parts.entries.size()); }
    const SpecialTokens& specialTokens() const { return m_parts.special; }
    const SentencePair& pair() const { return m_parts.pair; }
    /** \throws Error for an id outside the vocabulary */
    const std::string& entry(int id) const;

private:
    void addSpecial(Encoding& encoding, int id, TextSpan span) const;
    void addText(Encoding& encoding, std::string_view text, std::size_t offset) const;
    std::vector<std::size_t> addWords(Encoding& encoding, const SentencePieceEncoding& cut) const;
    bool isSpecial(int id) const;

    PieceParts m_parts;
};

} // namespace glassformer
