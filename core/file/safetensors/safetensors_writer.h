#pragma once

#include "core/file/safetensors/safetensors_header.h"
#include "core/tensor/matrix.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace glassformer {

/** A tensor as its bytes in the file. Made by the functions below. */
struct StoredTensor
{
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::string bytes; ///< row-major, little-endian
};

/** Without loss. The values must be as many as the shape says; that holds for all functions here. */
StoredTensor storedFloats(const Tensor& tensor);

/**
 * As F16: every value rounded to the nearest half, ties to even (IEEE 754-2008, 4.3.1); half the size, three digits.
 * @throws Error naming `where` if a value is not finite or no half is near it (65,520 and beyond)
 */
StoredTensor storedHalves(const Tensor& tensor, const std::string& where);

/** As I64. */
StoredTensor storedIntegers(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& values);
/** As I32: token ids. */
StoredTensor storedIntegers(const std::vector<std::int64_t>& shape, const std::vector<std::int32_t>& values);

/**
 * A whole safetensors file (format: safetensors_header.h). Tensors of wider types come first, equals in the
 * order of their names, and the header is filled up to a multiple of 8 bytes, so that every tensor is aligned
 * to its numbers. The same input gives the same bytes.
 *
 * \param tensors  at least one, none named "__metadata__"
 * \throws Error for a name or a metadata text that is not UTF-8, and for a header over 100 MB
 */
std::string safetensorsBytes(const std::map<std::string, StoredTensor>& tensors,
    const std::map<std::string, std::string>& metadata = {});

/** The same with all tensors as F32. */
std::string safetensorsBytes(
    const std::map<std::string, Tensor>& tensors, const std::map<std::string, std::string>& metadata = {});

} // namespace glassformer
