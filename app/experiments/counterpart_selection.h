#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/trace.h"

namespace glassformer {

/** A run, and where one looks in it. */
struct LookedRun
{
    const Trace& trace;
    const Selection& selection;
};

/**
 * Where to look in the second run to see what is seen in the first: the same step, layer, head and component, and the
 * tokens that stand for those that are chosen. A token that nothing stands for leaves what was chosen there; a cell of
 * a map is then not chosen. `is_one_model`: words are chosen by their ids, too.
 */
Selection counterpartSelection(const LookedRun& from, const LookedRun& to, bool is_one_model);

} // namespace glassformer
