#pragma once

#include "core/model/tensor_name.h"
#include "widgets/explanation/explanation_content.h"

namespace glassformer {

/** A row of a map of one head in which no cell is chosen yet: its largest numbers, each a link to how it is made. */
ExplanationSection attentionRowSection(const StepContext& context, AttentionPart part, int query);

} // namespace glassformer
