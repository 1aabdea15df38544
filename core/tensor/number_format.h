#pragma once

#include <cstddef>

namespace glassformer {

/** How a file writes numbers, little-endian. Weights that are opened to run stay as their file has them. */
enum class NumberFormat
{
    Float32,
    Float16, ///< IEEE 754 binary16
    BFloat16 ///< the upper half of a float
};

/** Of one number. */
constexpr std::ptrdiff_t bytesOf(NumberFormat format)
{
    return format == NumberFormat::Float32 ? 4 : 2;
}

} // namespace glassformer
