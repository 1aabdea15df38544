#pragma once

#include "core/text/characters/aligned_text.h"
#include "core/text/vocabulary.h"
#include "core/text/word_tokens.h"

#include <string>

namespace glassformer {

/**
 * Longest match first: from the left, the longest entry that fits, entries inside a word being marked ("##ing"). A
 * word with a part that no entry fits is unknown as a whole.
 * Source: Devlin et al. 2018, "BERT", and its published tokenization code.
 */
class WordPiece
{
public:
    struct Options
    {
        int unknown_id = 0;
        std::string continuing_subword_prefix = "##";
        std::size_t max_input_chars_per_word = 100; ///< a longer word is unknown
    };

    WordPiece(const Vocabulary& vocabulary, Options options);

    /** \param word  not empty */
    WordTokens cut(AlignedView word, const Vocabulary& vocabulary) const;

    const Options& options() const { return m_options; }

private:
    Options m_options;
    std::size_t m_longest_entry = 0; ///< in bytes: no longer candidate need be tried
};

} // namespace glassformer
