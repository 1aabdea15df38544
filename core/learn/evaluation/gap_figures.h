#pragma once

#include "core/learn/corpus/held_out_sets.h"
#include "core/learn/evaluation/language_evaluation.h"

namespace glassformer {

/** Part of evaluateLanguage() for a model without decoder. */
std::vector<Figure> gapFigures(const Model& model, const Corpus& corpus, const HeldOutSets& sets,
    std::uint32_t seed, const CancelFlag& cancel);

/** Fills every gap, the leftmost first, each with the likeliest token; never with a special one. */
std::vector<int> filled(const Model& model, std::vector<int> tokens);

} // namespace glassformer
