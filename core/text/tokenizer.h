#pragma once

#include "core/text/encoding.h"
#include "core/text/special_tokens.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace glassformer {

class JoinerTokenizer;
class PieceTokenizer;
class PipelineTokenizer;

/**
 * Cuts text into the tokens of a model and puts tokens together again, whatever family the model is of: a value that
 * is cheap to copy and never changes. The kinds: JoinerTokenizer (the bundled models), PipelineTokenizer
 * (tokenizer.json of Hugging Face and older files of these families), PieceTokenizer (SentencePiece models).
 */
class Tokenizer
{
public:
    Tokenizer(JoinerTokenizer tokenizer);
    Tokenizer(PipelineTokenizer tokenizer);
    Tokenizer(PieceTokenizer tokenizer);

    /** From the bytes of a tokenizer.json, of this program or of Hugging Face. @throws Error naming the field. */
    static Tokenizer fromJson(std::string_view json, const std::string& where);
    /** @throws Error unless this is a JoinerTokenizer: only these are trained here and written. */
    std::string toJson() const;

    /**
     * The tokens of a text as the model wants it, special tokens included; asking for the target language, if one is
     * given.
     * @throws Error if the text is not valid UTF-8 or the language is unknown.
     */
    Encoding encode(std::string_view text, const std::string& target_language = {}) const;

    /**
     * Text of ids, always valid UTF-8; special tokens give nothing, bytes that make up no character give U+FFFD. A
     * model may have rows behind the vocabulary and write their ids: they give nothing, and their entry is "<unused>".
     * @throws Error for a negative id.
     */
    std::string decode(std::span<const int> ids) const;
    /**
     * The same as people write it: a vocabulary of word pieces does not know where spaces were, and decode() puts them
     * between Chinese characters too.
     */
    std::string sentence(std::span<const int> ids) const;

    /** Tokens as people read them, each told which character it is a part of. */
    std::vector<Token> tokens(std::span<const int> ids) const;
    /** One token as people read it, and whether it is special; for tokens that the decoder wrote. */
    Token token(int id) const;

    /** The largest id and one: ids that the files leave out count. */
    int size() const;
    const SpecialTokens& specialTokens() const;
    /** What a person writes between two sentences that the model is to read as a pair; empty if it reads none. */
    std::string pairSeparator() const;
    /** Vocabulary entry as stored, with its marks: "￭s", "##s", "Ġthe", "▁the". */
    const std::string& entry(int id) const;

private:
    std::variant<std::shared_ptr<const JoinerTokenizer>, std::shared_ptr<const PipelineTokenizer>,
        std::shared_ptr<const PieceTokenizer>>
        m_kind;
};

} // namespace glassformer
