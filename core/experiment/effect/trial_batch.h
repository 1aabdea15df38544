#pragma once

#include "core/experiment/effect/word_trial.h"

#include <span>

namespace glassformer {

/** Whether several trials of this word can share a pass: in one stack, in a run without changes. */
bool sharesPasses(const WordTrials& trials);

/** Trials that share a pass at best: so many that a weight that was fetched is used often, and all rows stay few. */
int trialsTogether(const WordTrials& trials);

/**
 * What logits() reads in the word's row under each of several lists of changes [lists, d_model], in one pass over as many
 * copies of the text: what takes time in a large model with few tokens is to fetch the weights, which is then done once.
 * The pass begins with the first layer that one of them changes, and of the last layer computes the word's row alone.
 * \param changes  at vectors of tokens inside of layers, set to values, or looks that are forbidden
 */
Matrix<float> lastRowsOfEach(
    const WordTrials& trials, std::span<const Changes> changes, const CancelFlag& cancel = {});

} // namespace glassformer
