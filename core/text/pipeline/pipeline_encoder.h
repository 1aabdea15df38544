#pragma once

#include "core/text/characters/normal_parts.h"
#include "core/text/pipeline/pipeline_tokenizer.h"
#include "core/text/word_tokens.h"

namespace glassformer {

/** Encodes one text; made for it and thrown away. */
class PipelineTokenizer::Encoder
{
public:
    Encoder(const PipelineTokenizer& tokenizer, std::string_view text)
        : m_tokenizer(tokenizer)
        , m_text(text)
        , m_normal(text)
    {
    }

    Encoding run(const std::string& target_language);

private:
    /** Tokens of a cut that form a word of the text. */
    struct Group
    {
        std::size_t first = 0;
        std::size_t end = 0;
        TextSpan span;
    };

    void addAround(int id, std::size_t place);
    void addTarget(const std::string& language);
    void addFound(int id, TextSpan span);
    void addText(AlignedText text);
    void addWord(AlignedView word);
    std::vector<Group> groupsOf(const WordTokens& cut) const;
    std::vector<WordCut> recordsOf(WordTokens cut, const std::vector<Group>& groups) const;
    std::string shown(int id) const { return markedEntry(m_tokenizer.entry(id), m_tokenizer.m_style); }

    const PipelineTokenizer& m_tokenizer;
    std::string_view m_text;
    NormalParts m_normal;
    Encoding m_encoding;
};

} // namespace glassformer
