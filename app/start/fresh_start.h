#pragma once

#include "app/window/user_action.h"

namespace glassformer {

/** Forgets all that was kept, and shows what the very first start shows. */
void startAfresh(const WindowParts& parts);

} // namespace glassformer
