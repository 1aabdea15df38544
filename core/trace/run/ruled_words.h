#pragma once

#include "core/model/writing/ruled_tokens.h"
#include "core/trace/trace.h"

#include <vector>

namespace glassformer {

/**
 * Words that a rule of the model's files met when written[row] was chosen. Probabilities of a trace are those of the
 * model, before the rules. Empty where nothing was chosen: an encoder alone, a text that was given.
 */
std::vector<RuledToken> ruledWordsAt(const Trace& trace, int row);

/** Of those, the words that the model itself finds likelier than the one that was written; likeliest first. */
std::vector<RuledToken> passedOver(const Trace& trace, int row);

/** The word that a greedy choice from the row takes: the likeliest that the rules leave; -1 without scores. */
int likeliestWrittenAt(const Trace& trace, int row);

} // namespace glassformer
