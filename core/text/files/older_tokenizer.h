#pragma once

#include "core/file/json/json_field.h"
#include "core/text/files/tokenizer_class.h"
#include "core/text/pipeline/token_settings.h"
#include "core/text/tokenizer.h"

#include <string>
#include <string_view>

namespace glassformer {

/** What is known of a tokenizer besides its vocabulary. */
struct OlderTokenizer
{
    TokenizerClass kind;
    std::string model_type; ///< "roberta"
    const JsonField& config; ///< tokenizer_config.json, or an empty object
    TokenSettings settings; ///< roles and added tokens as the files name them
};

/** The name of a special token by its role, or its usual one. */
std::string nameOf(const OlderTokenizer& older, const std::string& role, const std::string& usual);

// The forms in which tokenizers were published before tokenizer.json. Each is put into the words of tokenizer.json
// and read as that: there is one way from a description to a tokenizer.

/** vocab.json and merges.txt, of GPT-2 and its kin or with word ends as in GPT-1. @throws Error */
Tokenizer readBytePairs(const OlderTokenizer& older, std::string_view vocabulary,
    const std::string& vocabulary_file, std::string_view merges, const std::string& merges_file);

/** vocab.txt: one entry a line, as BERT. @throws Error */
Tokenizer readWordPieces(const OlderTokenizer& older, std::string_view words, const std::string& file);

} // namespace glassformer
