#pragma once

#include <cstdint>

namespace glassformer {

/** IEEE 754 binary16 (1 sign, 5 exponent, 10 fraction bits) as float; exact for every pattern. */
float floatFromHalf(std::uint16_t bits);

/** bfloat16, the upper half of a float; exact for every pattern. */
float floatFromBFloat(std::uint16_t bits);

/**
 * The nearest binary16, ties to the even one. From 65520 on the result is infinite, up to 2^-25 it is zero;
 * NaN stays NaN.
 */
std::uint16_t halfFromFloat(float value);

} // namespace glassformer
