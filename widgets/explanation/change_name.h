#pragma once

#include "core/trace/trace.h"

#include <QString>

namespace glassformer {

/** What a change of the run is called, as short as can be: "Head 3 off · encoder layer 2", "it ↛ street · all layers". */
QString changeName(const Change& change, const Trace& trace);

} // namespace glassformer
