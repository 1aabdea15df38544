#pragma once

#include "core/file/bytes/files.h"

#include <vector>

namespace glassformer {

/** The lexicons of the worlds from which the bundled models learned, as far as they came with the program. */
std::vector<FilesPointer> learnedWorlds();

} // namespace glassformer
