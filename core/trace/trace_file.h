#pragma once

#include "core/trace/trace.h"

#include <string>

namespace glassformer {

/**
 * A run as the bytes of a safetensors file: every tensor under its name, and as metadata the model's name, the texts
 * of the tokens (JSON lists), the text, the answer and the program's version. NumPy and PyTorch open it as it is.
 */
std::string traceFileBytes(const Trace& trace);

/**
 * A run from such a file, made by this program or elsewhere. Tensors with names of tensor_name.h are taken (numbers of
 * any floating-point type; one leading extent of 1, a batch, is dropped); others are left out. What metadata does not
 * say is read off the shapes: attention weights alone are enough. Tokens without texts are numbered.
 *
 * \param file  how messages name it
 * \throws Error naming the tensor whose shape does not fit the others, or saying that there is nothing to show
 */
Trace traceFromBytes(std::string bytes, const std::string& file);

} // namespace glassformer
