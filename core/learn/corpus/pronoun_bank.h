#pragma once

#include "core/experiment/effect/bank_evidence.h"
#include "core/learn/corpus/corpus.h"

#include <cstdint>
#include <vector>

namespace glassformer {

/**
 * Held-out twins of the world in which "it" means one noun and then the other, and the French pronoun says which: heads are
 * asked whether "it" looks at its noun, and the model for il or elle behind the words before it.
 * \param clause_first  whether "it" stands before both nouns
 * \throws Error for a model that doesn't translate to French
 */
std::vector<BankTwin> pronounBank(const Model& model, const Corpus& corpus, std::size_t twins,
    std::uint32_t seed, bool clause_first = false);

} // namespace glassformer
