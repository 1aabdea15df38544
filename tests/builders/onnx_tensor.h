#pragma once

#include "core/tensor/matrix.h"

#include <string>

namespace glassformer {

/**
 * Reads one TensorProto file of the ONNX backend tests (float32 only): the outside truth for single
 * operations, from the Debian package libonnx-testdata. Throws std::runtime_error, which names the package if
 * the file is absent.
 */
Tensor readOnnxTensor(const std::string& path);

} // namespace glassformer
