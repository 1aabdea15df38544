#pragma once

#include "core/trace/trace.h"

namespace glassformer {

/** Whether some of them set rows to their mean. */
bool haveMeans(const Changes& changes);

/**
 * The changes with every mean as the values that it stands for: of each column over all rows of the record in this run.
 * One that speaks of all heads or layers becomes one for each.
 */
Changes withMeans(const Changes& changes, const Trace& trace);

} // namespace glassformer
