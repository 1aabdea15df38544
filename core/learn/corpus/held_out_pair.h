#pragma once

#include <string>

namespace glassformer {

/**
 * Whether two nouns, by their English names in either order, are held out: their pair never stands in a training sentence
 * with two candidates. One pair in twelve is, and animal/street.
 */
bool isHeldOutPair(const std::string& first, const std::string& second);

} // namespace glassformer
