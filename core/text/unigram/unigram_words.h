#pragma once

#include "core/text/characters/aligned_text.h"
#include "core/text/unigram/unigram.h"
#include "core/text/vocabulary.h"
#include "core/text/word_tokens.h"

#include <utility>

namespace glassformer {

/** The unigram model of a tokenizer.json: cuts words that come with their origins. */
class UnigramWords
{
public:
    explicit UnigramWords(Unigram unigram)
        : m_unigram(std::move(unigram))
    {
    }

    /** \param word  not empty @throws Error for an unknown character if the list has no unknown entry */
    WordTokens cut(AlignedView word, const Vocabulary& vocabulary) const;

private:
    Unigram m_unigram;
};

} // namespace glassformer
