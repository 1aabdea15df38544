#pragma once

#include "core/message.h"
#include "core/model/writing/generation_tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** Which tokens begin and end, from config.json or generation_config.json; what the file does not say stays. @throws Error */
void readGenerationTokens(std::string_view json, const std::string& where, GenerationTokens& tokens);

/**
 * How words are chosen, by the documentation of transformers' GenerationConfig: what this program follows goes into
 * tokens. As there, config.json counts where there is no generation_config.json, and max_length does not count, since
 * everyone who asks for a text says how long it may be ("Its effect is overridden by max_new_tokens, if also set").
 *
 * \return sentences that name the rules which are followed and those which are not
 * \throws Error naming a field that is followed and out of range
 */
std::vector<Message> readGenerationRules(
    std::string_view json, const std::string& where, const std::string& file_name, GenerationTokens& tokens);

} // namespace glassformer
