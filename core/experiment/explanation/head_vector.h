#pragma once

#include "core/experiment/explanation/explanation.h"

#include <span>

namespace glassformer {

/**
 * The way of one row of one head from its projection to what enters q·k; everything empty where the model takes the
 * projection as it is, or the run has not kept it.
 * \param part  AttentionPart::Query or AttentionPart::Key
 */
HeadVector headVectorOf(const Trace& trace, const AttentionCell& cell, AttentionPart part);

/** How far off the run is: turning `normed` by the angles has to give this vector. */
double errorOfTurn(const HeadVector& vector, std::span<const float> finished);

} // namespace glassformer
