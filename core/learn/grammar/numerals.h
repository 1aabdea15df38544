#pragma once

#include <string>

namespace glassformer::grammar {

/** Numbers from 1 to 100 in words. French: of things of the masculine; Chinese: before a measure word (两, not 二). */
std::string englishNumber(int number);
std::string frenchNumber(int number);
std::string chineseNumber(int number);

} // namespace glassformer::grammar
