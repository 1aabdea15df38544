#pragma once

#include "core/file/json/json_field.h"
#include "core/text/pipeline/token_settings.h"

namespace glassformer {

/** The files of settings beside a vocabulary; each an empty object where there is none. */
struct TokenSettingsFiles
{
    const JsonField& config; ///< tokenizer_config.json
    const JsonField& special; ///< special_tokens_map.json
    const JsonField& added; ///< added_tokens.json
};

/**
 * What they say of special and added tokens: their roles ("eos_token"), additional_special_tokens and
 * extra_special_tokens, added_tokens_decoder and added_tokens.json. What tokenizer_config.json says goes first, and the
 * flags of its added_tokens_decoder before those that a role has.
 *
 * \throws Error naming file and field
 */
TokenSettings readTokenSettings(const TokenSettingsFiles& files);

} // namespace glassformer
