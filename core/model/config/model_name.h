#pragma once

#include "core/message.h"

#include <string>

namespace glassformer {

/** How sentences name a model: those that come with the program by a word that can be translated, others as they are. */
Message modelName(const std::string& name);

} // namespace glassformer
