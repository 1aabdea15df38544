#pragma once

#include "core/tensor/number_format.h"

#include <span>
#include <string_view>

namespace glassformer {

/** Whether no value is NaN or infinite: one pass, as fast as memory is read. */
bool areFinite(std::span<const float> values);

/** The same for little-endian numbers as a file holds them, of which the bytes need not be aligned. */
bool areFinite(NumberFormat format, std::string_view bytes);

} // namespace glassformer
