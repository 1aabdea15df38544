#pragma once

#include "core/trace/step.h"

class QWidget;

namespace glassformer {

class StepView;

/** The picture of a step; every kind has one. */
StepView* makeStepView(StepKind kind, QWidget* parent);

} // namespace glassformer
