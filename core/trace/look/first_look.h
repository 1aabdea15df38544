#pragma once

#include "core/trace/look/selection.h"

namespace glassformer {

/** Whether a token says something by itself: it stands in the text and has a letter or a digit. */
bool hasContent(const Token& token);

/**
 * Where to look when a text is first shown. Step, layers and head stay; nothing else of the selection is left over.
 *
 * The chosen row is that of the gap, of the pronoun "it", or, in a text without either, of the strongest cell; the
 * column is the row's strongest. Only tokens with content count, where the text has any, and of a causal head not the
 * first row, which has no choice. The position is what the model writes there: the pronoun, or its first word.
 */
Selection firstLook(const Trace& trace, const Selection& selection);

} // namespace glassformer
