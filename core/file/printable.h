#pragma once

#include <string>
#include <string_view>

namespace glassformer {

/**
 * A name out of a file, fit to stand in a message: control characters become '?', and what is longer than
 * 60 bytes is cut between two characters and ends in "...", because a hostile name can hold megabytes.
 */
std::string printable(std::string_view name);

} // namespace glassformer
