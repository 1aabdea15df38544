#pragma once

#include "core/file/bytes/files.h"
#include "core/text/tokenizer.h"

#include <optional>
#include <string>

namespace glassformer {

/**
 * All bytes of one of a tokenizer's files; nothing if it is not there. \throws Error for an empty one, which is what is
 * left of a download that went wrong
 */
std::optional<std::string> tokenizerFile(const Files& files, const std::string& name);

/**
 * The tokenizer of a model, from whichever files it has, in this order: tokenizer.json; vocab.json with merges.txt;
 * vocab.txt; SentencePiece models (source.spm with target.spm and vocab.json, spiece.model, tokenizer.model,
 * sentencepiece.bpe.model). tokenizer_config.json says what the others leave open; special_tokens_map.json names the
 * special tokens that it does not name, and added_tokens.json has entries besides vocab.json and vocab.txt.
 *
 * \param model_type  of config.json: what the older files don't say; empty for a model of our own
 * \throws Error naming file and field
 */
Tokenizer readTokenizer(const Files& files, const std::string& model_type);

} // namespace glassformer
