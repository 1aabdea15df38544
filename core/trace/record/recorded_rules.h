#pragma once

#include "core/model/writing/generation_tokens.h"

#include <string>

namespace glassformer {

// The rules by which words were chosen, as the metadata of a file of tensors keeps them under "generation": a JSON object
// with the fields of generation_config.json: decoder_start_token_id, forced_bos_token_id, eos_token_id and the rules by
// their names. A field that is left out changes nothing.

std::string generationText(const GenerationTokens& tokens);
/** \throws Error naming the field that is unknown or has no value that it can have */
GenerationTokens generationFromText(const std::string& json, const std::string& where);

} // namespace glassformer
