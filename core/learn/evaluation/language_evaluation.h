#pragma once

#include "core/cancel.h"
#include "core/learn/corpus/corpus.h"
#include "core/learn/evaluation/evaluation.h"
#include "core/trace/model.h"

#include <string>
#include <vector>

namespace glassformer {

/** One measured number and from how many cases it comes. */
struct Figure
{
    std::string name;
    double value = 0;
    int n = 0;
};

/** Where one head looks from "it" (or "they"), and whether the model needs it to know which noun is meant. */
struct PointingScore
{
    HeadName name;
    double single =
        0; ///< share of sentences in which it looks more at the noun that is meant than at the rival
    double both = 0; ///< share of twins in which that holds for both
    double weight_right = 0; ///< mean attention to the noun that is meant
    double weight_wrong = 0; ///< mean attention to the rival
    double adjectives_without = 0; ///< twins by number with both adjectives right, this head switched off
};

struct LanguageEvaluation
{
    std::vector<Figure> figures;
    std::vector<PointingScore> heads;
};

/**
 * Puts a next-word model (without encoder) or a gap model (without decoder) through held-out sentences of the world, in
 * English and in Chinese. The model card says what each figure means.
 * @throws Error for a model that was not made for this: without mask, or not going on with a text.
 */
LanguageEvaluation evaluateLanguage(const Model& model, const Corpus& corpus,
    const EvaluationOptions& options, const CancelFlag& cancel = {});

} // namespace glassformer
