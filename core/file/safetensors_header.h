#pragma once

#include "core/file/open_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** The number types that the format knows. */
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

/** As the file spells it: "BF16". */
std::string typeText(TensorType type);

/** Bits of one number of this type. */
std::uint64_t typeBits(TensorType type);

/** One tensor's row in the table of a safetensors file. */
struct TensorEntry
{
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape; ///< each at least 0; an empty shape is one number
    std::uint64_t begin = 0; ///< first byte, counted from the start of the data
    std::uint64_t end = 0; ///< byte after the last

    std::uint64_t count() const; ///< numbers in it: the product of the shape
};

/** The table of a safetensors file. */
struct SafetensorsHeader
{
    std::vector<TensorEntry> entries; ///< in the order of their bytes; at least one
    std::map<std::string, std::string> metadata;
    std::uint64_t data_begin = 0; ///< where the data starts in the file
};

/** The longest JSON header that is read or written, in bytes. */
constexpr std::uint64_t max_safetensors_header = 100'000'000;

/**
 * Reads the table of a safetensors file; touches no tensor.
 *
 * Format: 8 bytes N, unsigned, little-endian; N bytes of JSON
 * {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, ..., "__metadata__": {"key": "text"}},
 * filled up with spaces; the data.
 *
 * Checked in this order, each with its own message: at least 8 bytes; N at most 100 MB and inside the file; an
 * object with nothing but white space around it; strict JSON without equal names (strict_json.h); metadata
 * of texts only; every type known; shape and size multiplied without overflow; the bytes of a tensor as many
 * as its shape needs; the data begins at 0, leaves no hole, no overlap, and ends with the file. Empty tensors
 * are fine. Nothing that follows needs to check an offset again.
 *
 * \param head       the first bytes of the file, at least up to the end of the header (or all there is)
 * \param file_size  size of the whole file in bytes
 * \param file       how messages name it
 * \throws Error with the tensor's name, what was found and what was expected
 * Source: the section "Format" of the safetensors README.
 */
SafetensorsHeader readSafetensorsHeader(
    std::string_view head, std::uint64_t file_size, const std::string& file);

/** The same of a file: reads no more of it than the header, or the first bytes of what is no such file. */
SafetensorsHeader readSafetensorsHeader(const OpenFile& file);

} // namespace glassformer
