#pragma once

#include "core/experiment/effect/word_trial.h"

#include <span>
#include <vector>

namespace glassformer {

/** Whether several trials of this word can share a pass: in one stack, in a run without changes. */
bool sharesPasses(const WordTrials& trials);

/** Trials that share a pass at best: so many that a weight that was fetched is used often, and all rows stay few. */
int trialsTogether(const WordTrials& trials);

/**
 * The logits of the word under each of several lists of changes, in one pass over as many copies of the text: what takes
 * time in a large model with few tokens is to fetch the weights, which is then done once.
 * \param changes  at vectors of tokens inside of layers (no maps), set to values
 */
std::vector<RowVector<float>> logitsOfEach(
    const WordTrials& trials, std::span<const Changes> changes, const CancelFlag& cancel = {});

} // namespace glassformer
