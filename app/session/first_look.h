#pragma once

#include "app/models/model_card.h"
#include "core/trace/selection.h"

namespace glassformer {

/**
 * Where to look when a run of "it" is first shown: at the row of "it", in the head of which the model's card.json says
 * that it points at what "it" means, and at the word to which that head pays most attention. Without such a card or
 * such a word, nothing is chosen.
 */
Selection firstLook(const ModelCard& card, const Trace& trace, Selection selection);

/** The same row and its strongest word in the head that is chosen already. */
Selection lookFromPronoun(const Trace& trace, Selection selection);

} // namespace glassformer
