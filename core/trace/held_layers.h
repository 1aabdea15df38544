#pragma once

#include "core/trace/selection.h"

#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/** Keeps at hand the insides of the layers that a selection looks at. Empty where a run keeps everything anyway. */
using HeldLayers = std::vector<std::shared_ptr<const void>>;

/** Makes what is not at hand yet, which takes up to a tenth of a second for a long text. The selection is clamped. */
HeldLayers holdLayers(const Trace& trace, const Selection& selection);
/** The same if all is at hand; nothing if a layer would have to be made. */
std::optional<HeldLayers> holdMadeLayers(const Trace& trace, const Selection& selection);

} // namespace glassformer
