#pragma once

#include "core/text/joiner/joiner_tokenizer.h"
#include "core/text/joiner/joiner_words.h"

#include <optional>

namespace glassformer {

/** Encodes one text; made for it and thrown away. */
class JoinerTokenizer::Encoder
{
public:
    Encoder(const JoinerTokenizer& tokenizer, std::string_view text)
        : m_tokenizer(tokenizer)
        , m_text(text)
    {
    }

    Encoding run(const std::string& target_language);

private:
    /** Tokens of one word before it is known at which place they stand. */
    struct Cut
    {
        std::vector<Token> tokens;
        std::vector<CutStep> steps;
    };

    /** A match of the vocabulary: how far it reaches in the text. */
    struct Match
    {
        int id = 0;
        std::size_t end = 0;
    };

    void addSpecial(int id);
    void addWord(TextSpan span, Cut cut);
    bool spaceIsImplied(TextSpan gap, const Cut& next) const;

    std::vector<TextWord> wordsAndGaps() const;
    bool isGap(const TextWord& word) const;
    Cut cutWord(const TextWord& word) const;
    std::optional<Match> longestMatch(
        const TextWord& word, std::size_t begin, std::vector<std::string>& tried) const;
    void addPiece(
        Cut& cut, int id, TextSpan span, std::size_t word_end, std::vector<std::string> tried) const;
    void addBytes(Cut& cut, TextSpan span, std::size_t word_end, std::vector<std::string> tried) const;

    const JoinerTokenizer& m_tokenizer;
    std::string_view m_text;
    Encoding m_encoding;
};

} // namespace glassformer
