#pragma once

#include "core/learn/corpus/encoded_corpus.h"
#include "core/model/transformer.h"

#include <vector>

namespace glassformer {

/** Of twins that stand one sentence after the other. */
struct TwinShares
{
    double single = 0; ///< share of sentences that are right
    double both = 0; ///< share of twins with both right
};

/** Right pronouns when the reference is read up to the pronoun: which of the twin's two is likelier. */
TwinShares pronounShares(const Transformer<float>& model, const std::vector<EncodedSentence>& twins,
    const Direction& direction, const SpecialTokens& special);

/**
 * Right adjectives of a model without encoder, which reads up to the adjective, or without decoder, which reads the
 * sentence with the adjective hidden: whether the sentence's is likelier than the twin's.
 */
TwinShares adjectiveShares(const Transformer<float>& model, const std::vector<EncodedSentence>& twins,
    Language language, const SpecialTokens& special, const Controls<float>* controls = nullptr);

} // namespace glassformer
