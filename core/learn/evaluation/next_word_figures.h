#pragma once

#include "core/learn/corpus/held_out_sets.h"
#include "core/learn/evaluation/language_evaluation.h"

namespace glassformer {

/** Part of evaluateLanguage() for a model without encoder. */
std::vector<Figure> nextWordFigures(
    const Model& model, const Corpus& corpus, const HeldOutSets& sets, const CancelFlag& cancel);

} // namespace glassformer
