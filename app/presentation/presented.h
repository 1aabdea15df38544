#pragma once

#include "widgets/steps/covered.h"

namespace glassformer {

/** How much of a page a class sees. */
struct Presented
{
    bool shows_choosers = false; ///< of layer, head and place, and of what is compared with
    Covered covered{};
};

} // namespace glassformer
