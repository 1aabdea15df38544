#pragma once

#include "core/model/changes/change.h"
#include "widgets/explanation/explanation_content.h"

namespace glassformer {

/** What a change of the run does, in one sentence; in the notation of formula_painter.h. */
QString changeSentence(const Change& change);

/** Tells, before everything else, which changes act on the numbers that the content explains. */
void tellChanges(ExplanationContent& content, const Changes& changes);

} // namespace glassformer
