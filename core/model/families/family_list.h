#pragma once

#include "core/model/families/family.h"

namespace glassformer {

// The rows of families(), one file per kin.
std::vector<Family> gptFamilies();
std::vector<Family> bertFamilies();
std::vector<Family> bartFamilies();
std::vector<Family> t5Families();
std::vector<Family> llamaFamilies();

} // namespace glassformer
