#pragma once

#include "core/file/json_field.h"
#include "core/text/pipeline/pipeline_tokenizer.h"

#include <map>
#include <string>

namespace glassformer {

/** What special tokens are for, by their names in tokenizer_config.json: "bos_token" -> "<s>". */
using SpecialTokenNames = std::map<std::string, std::string>;

/**
 * Reads a tokenizer.json of Hugging Face. Truncation and padding are not looked at: a text is encoded as it is.
 *
 * \param names  from tokenizer_config.json and special_tokens_map.json; what they leave out is told by usual names
 * \throws Error naming the field; for a component, expression or model that is not known, its name
 */
PipelineTokenizer readTokenizerJson(const JsonField& root, const SpecialTokenNames& names);

/** Ids of special tokens by their names, or by the names that are usual ("<s>", "[CLS]", "<|endoftext|>"). */
SpecialTokens specialTokensOf(const Vocabulary& vocabulary, const SpecialTokenNames& names);

} // namespace glassformer
