#pragma once

#include "core/text/bpe/bpe.h"
#include "core/text/encoding.h"
#include "core/text/entry_style.h"
#include "core/text/pipeline/added_tokens.h"
#include "core/text/pipeline/decoder.h"
#include "core/text/pipeline/normalizer.h"
#include "core/text/pipeline/pre_tokenizer.h"
#include "core/text/sentence_pair.h"
#include "core/text/special_tokens.h"
#include "core/text/unigram/unigram_words.h"
#include "core/text/vocabulary.h"
#include "core/text/word_piece/word_piece.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace glassformer {

/** All that a PipelineTokenizer is made of, in the order in which it is applied. */
struct PipelineParts
{
    Vocabulary vocabulary{}; ///< added tokens included
    std::vector<AddedToken> added{};
    std::vector<NormalizerStep> normalizer{};
    std::vector<PreTokenizerStep> pre_tokenizer{};
    std::variant<Bpe, WordPiece, UnigramWords> model;
    std::vector<int> before{}; ///< ids put before every text
    std::vector<int> after{}; ///< and behind it
    SentencePair pair{};
    std::vector<DecoderStep> decoder{};
    SpecialTokens special{};
    bool target_leads = false; ///< the token of the target language goes before the source text
};

/**
 * The tokenizer of Hugging Face's tokenizer.json: added tokens are looked for, the text between them is normalised,
 * cut into words, each word into entries, and special tokens are put around. Every step keeps where its text comes
 * from, and the model says how it cut each word.
 */
class PipelineTokenizer
{
public:
    explicit PipelineTokenizer(PipelineParts parts);

    /** As Tokenizer::encode, decode and so on. */
    Encoding encode(std::string_view text, const std::string& target_language = {}) const;
    std::string decode(std::span<const int> ids) const;
    Token token(int id) const;
    int size() const { return m_parts.vocabulary.size(); }
    const SpecialTokens& specialTokens() const { return m_parts.special; }
    const SentencePair& pair() const { return m_parts.pair; }
    /** Whether its entries do not tell where spaces are: it puts one between two words. */
    bool cutsAtSpaces() const { return std::holds_alternative<WordPiece>(m_parts.model); }
    const std::string& entry(int id) const { return m_parts.vocabulary.entry(id); }

private:
    class Encoder;

    PipelineParts m_parts;
    EntryStyle m_style;
    AddedTokenFinder m_raw_finder; ///< in the text as it is
    AddedTokenFinder m_normalized_finder;
    std::vector<bool> m_is_special; ///< by id
    std::vector<bool> m_is_added; ///< by id: content is text as it is, without marks
};

} // namespace glassformer
