#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/model.h"
#include "core/trace/run/held_layers.h"

#include <memory>

namespace glassformer {

using ModelPointer = std::shared_ptr<const Model>;
using TracePointer = std::shared_ptr<const Trace>;

/** A run that can be shown: the layers of `look`, which is clamped, are held. */
struct ShownRun
{
    RunRequest request;
    TracePointer trace;
    Selection look;
    HeldLayers held{};
};

} // namespace glassformer
