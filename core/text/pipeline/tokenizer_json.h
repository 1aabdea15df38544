#pragma once

#include "core/file/json/json_field.h"
#include "core/text/pipeline/pipeline_tokenizer.h"
#include "core/text/pipeline/token_settings.h"

namespace glassformer {

/**
 * Reads a tokenizer.json of Hugging Face. Truncation and padding are not looked at: a text is encoded as it is.
 *
 * \param settings  what the files beside it say; its own list of added tokens goes first
 * \throws Error naming the field; for a component, expression or model that is not known, its name
 */
PipelineTokenizer readTokenizerJson(const JsonField& root, const TokenSettings& settings);

} // namespace glassformer
