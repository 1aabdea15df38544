#pragma once

#include "core/file/bytes/files.h"

namespace glassformer {

/** The lexicons of the world from which the bundled models learned; null if they did not come with the program. */
FilesPointer learnedWorld();

} // namespace glassformer
