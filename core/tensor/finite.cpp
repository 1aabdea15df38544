#include "core/tensor/finite.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace glassformer {
namespace {

/** A value is finite unless all bits of its exponent are set. */
template <typename Word> bool areFinite(std::string_view bytes, Word exponent)
{
    constexpr std::size_t at_once = 512;
    Word words[at_once];
    for (std::size_t done = 0; done + sizeof(Word) <= bytes.size();) {
        const std::size_t count = std::min(at_once, (bytes.size() - done) / sizeof(Word));
        std::memcpy(words, bytes.data() + done, count * sizeof(Word));
        unsigned bad = 0; // without a branch, so that many are compared at once
        for (std::size_t i = 0; i < count; ++i)
            bad |= static_cast<unsigned>((words[i] & exponent) == exponent);
        if (bad != 0)
            return false;
        done += count * sizeof(Word);
    }
    return true;
}

} // namespace

bool areFinite(std::span<const float> values)
{
    return areFinite<std::uint32_t>(
        {reinterpret_cast<const char*>(values.data()), values.size_bytes()}, 0x7F80'0000U);
}

bool areFinite(NumberFormat format, std::string_view bytes)
{
    switch (format) {
    case NumberFormat::Float32:
        return areFinite<std::uint32_t>(bytes, 0x7F80'0000U);
    case NumberFormat::Float16:
        return areFinite<std::uint16_t>(bytes, 0x7C00U);
    case NumberFormat::BFloat16:
        return areFinite<std::uint16_t>(bytes, 0x7F80U);
    }
    return true;
}

} // namespace glassformer
