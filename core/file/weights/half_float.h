#pragma once

#include "core/file/weights/same_bits.h"

#include <cstdint>

namespace glassformer {

/** IEEE 754 binary16 (1 sign, 5 exponent, 10 fraction bits) as float; exact for every pattern. */
inline float floatFromHalf(std::uint16_t bits)
{
    // Without branches, so that loops over whole tensors become vector code. With the fraction at its new place the
    // value is 2^112 too small, since the bias changes from 15 to 127; that holds for subnormals too.
    const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000u) << 16;
    const std::uint32_t magnitude = static_cast<std::uint32_t>(bits & 0x7FFFu) << 13;
    const auto scaled = sameBits<std::uint32_t>(sameBits<float>(magnitude) * 0x1p112f);
    const std::uint32_t not_finite = (bits & 0x7C00u) == 0x7C00u ? 0x7F800000u : 0u;
    return sameBits<float>(sign | scaled | not_finite);
}

/** bfloat16, the upper half of a float; exact for every pattern. */
inline float floatFromBFloat(std::uint16_t bits)
{
    return sameBits<float>(static_cast<std::uint32_t>(bits) << 16);
}

} // namespace glassformer
