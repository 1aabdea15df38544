#pragma once

#include "widgets/look/colour_map.h"

namespace glassformer {

/** How numbers become colours as it was kept at the last start; what cannot be read is as at first. */
ColourLook keptColours();

/** In all pictures, and for the next start. */
void chooseColours(const ColourLook& colours);

} // namespace glassformer
