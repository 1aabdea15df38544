#pragma once

#include "core/trace/trace.h"

#include <string>

namespace glassformer {

/**
 * A run as the bytes of a safetensors file: every tensor under its name, and as metadata the model's name, the texts
 * of the tokens (JSON lists), the text, the answer and the program's version. NumPy and PyTorch open it as it is.
 */
std::string traceFileBytes(const Trace& trace);

} // namespace glassformer
