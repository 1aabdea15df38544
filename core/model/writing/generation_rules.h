#pragma once

#include <vector>

namespace glassformer {

/**
 * A rule by which a model's files change what is written next. The rules and their order are those of the generation of
 * Hugging Face transformers (generation_config.json, "GenerationConfig").
 */
enum class GenerationRule
{
    EncoderRepetitionPenalty,
    RepetitionPenalty,
    NoRepeatNgram,
    EncoderNoRepeatNgram,
    BadWords,
    MinLength,
    MinNewTokens,
    Suppress,
    BeginSuppress
};

/** As the files name it: "no_repeat_ngram_size". */
const char* ruleName(GenerationRule rule);

/** Whether a word that the rule meets cannot be written; other rules change its score. */
bool forbids(GenerationRule rule);

/** What the files demand; by default nothing. */
struct GenerationRules
{
    /** Scores of words that were there before are divided by it, or multiplied if below 0 (Keskar et al. 2019). */
    double repetition_penalty = 1;
    double encoder_repetition_penalty = 1; ///< the same, by its inverse, for words of the source
    int no_repeat_ngram = 0; ///< no so many tokens twice; 0: off (Paulus et al. 2017)
    int encoder_no_repeat_ngram = 0; ///< nor any of the source
    std::vector<std::vector<int>> bad_words; ///< sequences that must not be written
    int min_length = 0; ///< no end before so many tokens, what was given included
    int min_new_tokens = 0;
    std::vector<int> suppressed; ///< never written
    std::vector<int> suppressed_first; ///< not as the first that is chosen

    bool operator==(const GenerationRules&) const = default;
};

} // namespace glassformer
