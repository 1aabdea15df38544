#pragma once

#include "core/model/changes/record_place.h"
#include "core/trace/look/selection.h"

#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** One number of a run, or with `every` all heads, rows or columns of a record. */
struct NumberPlace
{
    std::string tensor; ///< a record of the forward pass (tensor_name.h)
    int head = every;
    int row = every; ///< token, or query of a map
    int column = every; ///< dimension, or key of a map

    bool operator==(const NumberPlace&) const = default;
};

/**
 * The numbers that are chosen at a step, in the order in which they are made: q, k and v of a component, else one. None
 * where a step shows no record as the forward pass makes it (tokens, sums before a norm, maps of several heads), and
 * where no cell is chosen.
 */
std::vector<NumberPlace> numbersAt(const Selection& selection, const Trace& trace);

/** What the run has there; nothing if it has no such number, or where it would have to be made. */
std::optional<float> numberIn(const Trace& trace, const NumberPlace& place);

/** The selection that shows a number, or the record that it stands in; nothing if no step of the run shows it. */
std::optional<Selection> lookAt(const NumberPlace& place, const Selection& from, const Trace& trace);
/** The same, or where one sees best what the record does. */
std::optional<Selection> lookNear(const NumberPlace& place, const Selection& from, const Trace& trace);

} // namespace glassformer
