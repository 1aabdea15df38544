#pragma once

#include "core/text/tokenizer.h"

#include <functional>
#include <optional>
#include <string>

namespace glassformer {

/** The files of a model's folder by name: their bytes, or nothing; and how messages name them. */
struct TokenizerFiles
{
    std::function<std::optional<std::string>(const std::string& name)> bytes;
    std::function<std::string(const std::string& name)> where;
};

/**
 * The tokenizer of a folder, from whichever files it has, in this order: tokenizer.json; vocab.json with merges.txt;
 * vocab.txt; SentencePiece models (source.spm with target.spm and vocab.json, spiece.model, tokenizer.model,
 * sentencepiece.bpe.model). tokenizer_config.json says what the others leave open; special_tokens_map.json names the
 * special tokens that it does not name, and added_tokens.json has entries besides vocab.json and vocab.txt.
 *
 * \param model_type  of config.json: what the older files don't say; empty for a model of our own
 * \throws Error naming file and field
 */
Tokenizer readTokenizer(const TokenizerFiles& files, const std::string& model_type);

} // namespace glassformer
