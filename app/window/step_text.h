#pragma once

#include "core/trace/selection.h"
#include "core/trace/trace.h"

#include <QString>

namespace glassformer {

/** The name of a step: "Softmax". */
QString stepTitle(StepKind kind, const ModelConfig& config);
/** One sentence that says how to read the step's picture. */
QString stepReading(StepKind kind, const ModelConfig& config);
/** What is seen, as a sentence in rich text: "Encoder layer 4 · Self-attention · Head 2 — which words does it look at?" */
QString stageTitle(const Trace& trace, const Selection& selection, const struct Palette& colours);

} // namespace glassformer
