#include "core/file/half_float.h"

namespace glassformer {

std::uint16_t halfFromFloat(float value)
{
    const auto bits = sameBits<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000u;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFu;

    if (magnitude > 0x7F800000u)
        return static_cast<std::uint16_t>(sign | 0x7E00u);
    if (magnitude >= 0x477FF000u) // 65520, half way between 65504 and 65536
        return static_cast<std::uint16_t>(sign | 0x7C00u);

    // Halves below 2^-14 are multiples of 2^-24 and have no leading one of their own: the fraction of the
    // float, with its leading one, moves right until its last kept bit counts 2^-24.
    const std::uint32_t exponent = magnitude >> 23;
    std::uint32_t significand = magnitude;
    std::uint32_t shift = 13;
    if (exponent < 113) {
        if (exponent < 102) // below 2^-25
            return static_cast<std::uint16_t>(sign);
        significand = (magnitude & 0x7FFFFFu) | 0x800000u;
        shift = 126 - exponent;
    } else {
        significand -= 112u << 23;
    }

    const std::uint32_t kept = significand >> shift;
    const std::uint32_t dropped = significand & ((1u << shift) - 1);
    const std::uint32_t tie = 1u << (shift - 1);
    const bool up = dropped > tie || (dropped == tie && (kept & 1u));
    // A carry out of the fraction moves into the exponent, which is just what it should do.
    return static_cast<std::uint16_t>(sign | (kept + (up ? 1 : 0)));
}

} // namespace glassformer
