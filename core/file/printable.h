#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace glassformer {

/**
 * A name out of a file, fit to stand in a message: control characters become '?', and what is longer than
 * \a longest bytes is cut between two characters and ends in "...", because a hostile name can hold megabytes.
 */
std::string printable(std::string_view name, std::size_t longest = 60);

} // namespace glassformer
