#pragma once

#include "core/model/writing/generation_tokens.h"
#include "core/tensor/matrix.h"

#include <span>
#include <vector>

namespace glassformer {

/** A token and a rule that it meets at one place. */
struct RuledToken
{
    int id = 0;
    GenerationRule rule{};

    bool operator==(const RuledToken&) const = default;
};

/** What is there when the next token is chosen. */
struct TextSoFar
{
    std::span<const int> source; ///< what an encoder reads; empty for a model without
    std::span<const int> prompt; ///< what a decoder was given
    std::span<const int> written; ///< what it wrote behind that
};

/** Every token that a rule meets at this place, in the order in which the rules are applied. */
std::vector<RuledToken> ruledTokens(const GenerationTokens& tokens, const TextSoFar& text);

/**
 * Changes the scores of the next token as the rules say; those of forbidden ones become -infinity.
 * \param scores  logits; for a beam, logarithms of probabilities
 */
void applyRules(const GenerationTokens& tokens, const TextSoFar& text, RowVector<float>& scores);

} // namespace glassformer
