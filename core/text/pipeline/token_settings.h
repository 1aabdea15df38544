#pragma once

#include "core/text/pipeline/added_tokens.h"
#include "core/text/special_tokens.h"
#include "core/text/vocabulary.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** What special tokens are for, by their names in tokenizer_config.json: "bos_token" -> "<s>". */
using SpecialTokenNames = std::map<std::string, std::string>;

/** What the files beside a vocabulary say of its special and added tokens. */
struct TokenSettings
{
    SpecialTokenNames names{}; ///< what they leave out is told by usual names
    std::vector<AddedToken> tokens{}; ///< id -1: the vocabulary knows it, or it stands behind it
    std::optional<bool> adds_start{}; ///< puts the start token before a text, whatever else the files say
    std::optional<bool> adds_end{}; ///< and the end token behind it
};

/**
 * Adds the tokens that are not there yet and gives each its id: the vocabulary's, its own, or else the next one.
 * \throws Error naming `where` for an id that another entry has
 */
void addTokens(std::vector<AddedToken>& added, const std::vector<AddedToken>& tokens, Vocabulary& vocabulary,
    const std::string& where);

/** Ids of special tokens by their names, or by the names that are usual ("<s>", "[CLS]", "<|endoftext|>"). */
SpecialTokens specialTokensOf(const Vocabulary& vocabulary, const SpecialTokenNames& names);

} // namespace glassformer
