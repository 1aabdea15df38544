#pragma once

#include "core/text/joiner/joiner_tokenizer.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace glassformer {

/** What a trained vocabulary contains. */
struct VocabularyOptions
{
    std::int64_t min_count = 20; ///< a word that occurs so often becomes an entry
    std::int64_t min_character_count = 1; ///< likewise a character; rarer ones are written in bytes
    int piece_count = 300; ///< entries of two or more characters that serve to cut rare words
    std::vector<std::string> target_languages{"en", "fr", "zh"};
    TextLayout layout = TextLayout::Sentence;
    bool has_mask = false; ///< whether "[MASK]" is an entry
    JoinerNormalizer normalizer{}; ///< what the tokenizer does to a text; the corpus is taken as it is
};

/**
 * The vocabulary of a corpus: special tokens, the 256 bytes, characters, frequent words, and frequent pieces of
 * words. The letters of English and French, digits and common punctuation are always in it. The same texts give the
 * same vocabulary on every machine.
 * @throws Error if a text is not valid UTF-8, naming its number.
 */
JoinerTokenizer trainTokenizer(std::span<const std::string> texts, const VocabularyOptions& options);

} // namespace glassformer
