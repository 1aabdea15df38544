#include "core/tensor/finite.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace glassformer {
namespace {

/**
 * A value is finite unless all bits of its exponent are set. Several values are looked at as one word: what the exponents
 * lack of all bits, plus all bits, reaches each value's sign just where something is lacking.
 *
 * \param exponent  its bits in every value of a word; \param sign  likewise
 */
bool areFinite(std::string_view bytes, std::uint64_t exponent, std::uint64_t sign)
{
    const auto signs = [exponent, sign](
                           std::uint64_t word) { return ((~word & exponent) + exponent) & sign; };
    constexpr std::size_t width = sizeof(std::uint64_t), at_once = 512 * width;
    std::size_t done = 0;
    while (done + width <= bytes.size()) {
        const std::size_t end = done + std::min(at_once, (bytes.size() - done) / width * width);
        std::uint64_t all = sign;
        for (; done < end; done += width) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + done, width);
            all &= signs(word);
        }
        if (all != sign)
            return false;
    }
    std::uint64_t rest = 0; // zero is finite
    if (done < bytes.size())
        std::memcpy(&rest, bytes.data() + done, bytes.size() - done);
    return signs(rest) == sign;
}

constexpr std::uint64_t exponents_32 = 0x7F80'0000'7F80'0000U, signs_32 = 0x8000'0000'8000'0000U;
constexpr std::uint64_t signs_16 = 0x8000'8000'8000'8000U;

} // namespace

bool areFinite(std::span<const float> values)
{
    return areFinite(
        {reinterpret_cast<const char*>(values.data()), values.size_bytes()}, exponents_32, signs_32);
}

bool areFinite(NumberFormat format, std::string_view bytes)
{
    switch (format) {
    case NumberFormat::Float32:
        return areFinite(bytes, exponents_32, signs_32);
    case NumberFormat::Float16:
        return areFinite(bytes, 0x7C00'7C00'7C00'7C00U, signs_16);
    case NumberFormat::BFloat16:
        return areFinite(bytes, 0x7F80'7F80'7F80'7F80U, signs_16);
    }
    return true;
}

} // namespace glassformer
