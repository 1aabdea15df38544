#pragma once

#include "core/learn/evaluation/language_evaluation.h"

namespace glassformer {

/**
 * Part of evaluateLanguage() in a world that tells stories: of the sentences that begin with a pronoun, the share in
 * which the right one of "He" and "She" (他 and 她) is the likelier, the sentences before it read. A model that fills
 * gaps is asked again with the sentence alone, where only chance is left.
 */
std::vector<Figure> storyFigures(
    const Model& model, const Corpus& corpus, const EvaluationOptions& options, const CancelFlag& cancel);

} // namespace glassformer
