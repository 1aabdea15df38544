#pragma once

#include "core/trace/look/selection.h"

#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/**
 * Keeps at hand what a selection looks at: the insides of layers, and the scores of the words at its position. Empty
 * where a run keeps everything anyway.
 */
using HeldLayers = std::vector<std::shared_ptr<const void>>;

/** Makes what is not at hand yet, which takes up to a tenth of a second for a long text. The selection is clamped. */
HeldLayers holdLayers(const Trace& trace, const Selection& selection);
/** The same if all is at hand; nothing if something would have to be made. */
std::optional<HeldLayers> holdMadeLayers(const Trace& trace, const Selection& selection);

} // namespace glassformer
