#include "core/file/weights/float_bytes.h"

#include "core/error.h"
#include "core/file/weights/half_float.h"
#include "core/file/weights/same_bits.h"

#include <cassert>
#include <cmath>

namespace glassformer {
namespace {

template <typename Stored, typename Convert>
void convert(std::string_view bytes, std::span<float> out, Convert toFloat)
{
    assert(bytes.size() == out.size() * sizeof(Stored));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = toFloat(littleEndian<Stored>(bytes.data() + i * sizeof(Stored)));
}

void requireInRange(std::string_view bytes, std::span<const float> rounded, const std::string& where)
{
    for (std::size_t i = 0; i < rounded.size(); ++i) {
        if (std::isinf(rounded[i])
            && std::isfinite(sameBits<double>(littleEndian<std::uint64_t>(bytes.data() + i * 8)))) {
            throw Error({Message::tr("a number of type F64 that is too large for float32, at place %1", i),
                where, Message::tr("numbers below 3.4e38"), {}});
        }
    }
}

} // namespace

bool isFloatType(TensorType type)
{
    return type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16
        || type == TensorType::F64;
}

void floatsFromBytes(TensorType type, std::string_view bytes, std::span<float> out, const std::string& where)
{
    switch (type) {
    case TensorType::F32:
        return convert<std::uint32_t>(bytes, out, [](std::uint32_t bits) { return sameBits<float>(bits); });
    case TensorType::F16:
        return convert<std::uint16_t>(bytes, out, [](std::uint16_t bits) { return floatFromHalf(bits); });
    case TensorType::BF16:
        return convert<std::uint16_t>(bytes, out, [](std::uint16_t bits) { return floatFromBFloat(bits); });
    case TensorType::F64:
        convert<std::uint64_t>(
            bytes, out, [](std::uint64_t bits) { return static_cast<float>(sameBits<double>(bits)); });
        return requireInRange(bytes, out, where);
    default:
        assert(false);
    }
}

void requireFinite(std::span<const float> values, const std::string& where)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            throw Error({std::isnan(values[i]) ? Message::tr("NaN at place %1", i)
                                               : Message::tr("an infinite value at place %1", i),
                where, Message::tr("finite numbers"), {}});
        }
    }
}

} // namespace glassformer
