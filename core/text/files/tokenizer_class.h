#pragma once

#include "core/file/json/json_field.h"

#include <string>

namespace glassformer {

/** How the older files of a tokenizer are to be read: what is put around texts, and what the files leave out. */
enum class TokenizerClass
{
    Gpt2,
    Roberta, ///< and BART
    Gpt1,
    Qwen,
    Bert,
    Llama, ///< and Mistral
    T5,
    Albert,
    XlmRoberta,
    MBart,
    MBart50,
    Marian
};

/**
 * The class that tokenizer_config.json names ("LlamaTokenizer"; a "Fast" at its end says nothing), or else config.json;
 * or else the one that is usual for the family.
 *
 * \param config        tokenizer_config.json, or an empty object
 * \param model_config  config.json, or an empty object
 * \throws Error naming a class or family that is not known: its texts would be cut in another way
 */
TokenizerClass tokenizerClassOf(
    const JsonField& config, const JsonField& model_config, const std::string& model_type);

} // namespace glassformer
