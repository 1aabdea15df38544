#pragma once

#include "core/experiment/reading/logit_lens.h"
#include "core/trace/look/place.h"
#include "widgets/pictures/words/word_grid.h"

namespace glassformer {

/** The likeliest word of every place at every height, as a grid; the place and the layer that are looked at are marked. */
WordGridContent lensContent(
    const LogitLens& lens, const Trace& trace, const Selection& selection, const TokenOf& token_of);

} // namespace glassformer
