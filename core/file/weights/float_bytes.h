#pragma once

#include "core/file/safetensors/safetensors_header.h"

#include <bit>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace glassformer {

/** The number at these bytes, lowest first on every machine, and at any address: a file may be unaligned. */
template <typename Integer> Integer littleEndian(const char* bytes)
{
    std::make_unsigned_t<Integer> value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, bytes, sizeof(Integer));
        return static_cast<Integer>(value);
    }
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        value |= static_cast<decltype(value)>(
            static_cast<decltype(value)>(static_cast<unsigned char>(bytes[i])) << (8 * i));
    return static_cast<Integer>(value);
}

/** Whether floatsFromBytes() knows the type: F32, F16, BF16, F64. */
bool isFloatType(TensorType type);

/**
 * Numbers of a file as float32. F32, F16 and BF16 are converted without loss, infinite values and NaN included; F64 is
 * rounded to the nearest.
 *
 * \param type   one that isFloatType() accepts
 * \param bytes  out.size() numbers of that type
 * \param where  the file and the tensor, for messages
 * \throws Error for a finite F64 beyond the range of float32, which would become infinite
 */
void floatsFromBytes(TensorType type, std::string_view bytes, std::span<float> out, const std::string& where);

/** \throws Error naming the place of the first value that is infinite or NaN */
void requireFinite(std::span<const float> values, const std::string& where);

} // namespace glassformer
