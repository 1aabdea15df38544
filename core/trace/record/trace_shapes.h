#pragma once

#include "core/trace/trace.h"

#include <optional>
#include <string>

namespace glassformer {

// Which tensors of a file belong to a run, and what shape each has.

/** Whether the name is one of tensor_name.h. */
bool isTraceTensor(const std::string& name);
/** Extents that a tensor of this name has: 1 for ids, 3 for what is in heads, else 2. */
std::size_t traceRank(const std::string& name);
/** The layer in a layer's name; nothing for other names. */
std::optional<int> layerOf(const std::string& name);
/** Whether a tensor has one row of numbers for each token, and not that of a table. */
bool hasRowPerToken(const std::string& name);

/** @throws Error that names the tensor, its shape and the file */
[[noreturn]] void refuseShape(
    const std::string& name, const Tensor& tensor, const Message& expected, const std::string& file);

/**
 * Every tensor has the shape that its name promises for the tokens and the configuration of a trace.
 * @throws Error if it has not
 */
void requireShape(const std::string& name, const Tensor& tensor, const Trace& trace, const std::string& file);

} // namespace glassformer
