#pragma once

#include "core/trace/step/step_list.h"

namespace glassformer {

class Session;

/** Takes the path and keeps it for the next start. */
void choosePath(Session& session, WalkPath path);

/** The path of the last time; at the first start the short one. */
void choosePathAsBefore(Session& session);

} // namespace glassformer
