#pragma once

#include "core/file/bytes/byte_source.h"
#include "core/file/weights/tensor_table.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace glassformer {

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
TensorTable readSafetensorsHeader(std::string_view head, std::uint64_t file_size, const std::string& file);

/** The same of a file: reads no more of it than the header, or the first bytes of what is no such file. */
TensorTable readSafetensorsHeader(const ByteSource& file);

} // namespace glassformer
