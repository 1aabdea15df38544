#pragma once

#include "core/trace/step.h"

#include <QString>

namespace glassformer {

/** The name of a step: "Softmax". */
QString stepTitle(StepKind kind);
/** One sentence that says how to read the step's picture. */
QString stepReading(StepKind kind);

} // namespace glassformer
