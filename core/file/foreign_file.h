#pragma once

#include "core/file/bytes/files.h"
#include "core/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** What people have in place of a model's file, and what they can do. */
struct ForeignFile
{
    Message found; ///< "a Git LFS pointer instead of the file itself"
    Message remedy;
};

/**
 * Recognises by its first bytes (signatures as the formats define them) a Git LFS pointer, a web page, a ZIP archive, a
 * Python pickle, GGUF, HDF5, gzip. To be asked once the bytes have failed as what they should be; no JSON text and no
 * readable safetensors file is taken for one.
 */
std::optional<ForeignFile> recogniseForeign(std::string_view head);

/**
 * The names of those files that hold weights in other formats (PyTorch, TensorFlow, Flax, GGUF, ONNX),
 * sorted.
 */
std::vector<std::string> foreignWeights(const Files& files);

/** How to come by model.safetensors when there are weights of another format. */
Message conversionRemedy();

} // namespace glassformer
