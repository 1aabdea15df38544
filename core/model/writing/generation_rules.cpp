#include "core/model/writing/generation_rules.h"

#include <array>
#include <cstddef>

namespace glassformer {

const char* ruleName(GenerationRule rule)
{
    static constexpr std::array<const char*, 9> names{"encoder_repetition_penalty", "repetition_penalty",
        "no_repeat_ngram_size", "encoder_no_repeat_ngram_size", "bad_words_ids", "min_length",
        "min_new_tokens", "suppress_tokens", "begin_suppress_tokens"};
    return names[static_cast<std::size_t>(rule)];
}

bool forbids(GenerationRule rule)
{
    return rule != GenerationRule::RepetitionPenalty && rule != GenerationRule::EncoderRepetitionPenalty;
}

} // namespace glassformer
