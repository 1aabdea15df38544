#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** The types of numbers in files. */
enum class TensorType
{
    Bool,
    U8,
    I8,
    F8E5M2,
    F8E4M3,
    F8E8M0,
    I16,
    U16,
    F16,
    BF16,
    I32,
    U32,
    F32,
    F64,
    I64,
    U64,
    C64,
    F4,
    F6E2M3,
    F6E3M2
};

/** As safetensors files spell it: "BF16". */
std::string typeText(TensorType type);
/** The type that is spelt so; nothing if there is none. */
std::optional<TensorType> typeFromText(std::string_view text);

/** Bits of one number of this type. */
std::uint64_t typeBits(TensorType type);

/** One tensor's row in the table of a file. */
struct TensorEntry
{
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape; ///< each at least 0; an empty shape is one number
    std::uint64_t begin = 0; ///< first byte, counted from the start of the data
    std::uint64_t end = 0; ///< byte after the last

    std::uint64_t
    count() const; ///< numbers in it: the product of the shape, which readers have checked to fit
};

/** What a file of tensors says it holds, in whatever format. */
struct TensorTable
{
    std::vector<TensorEntry> entries; ///< in the order of their bytes; at least one
    std::map<std::string, std::string> metadata;
    std::uint64_t data_begin = 0; ///< where the data starts in the file
};

} // namespace glassformer
