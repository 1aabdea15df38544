#pragma once

#include "core/tensor/matrix.h"

#include <filesystem>
#include <map>
#include <string>

namespace glassformer {

/** Whether a folder has weights: model.safetensors, or the index of several such files. */
bool hasWeights(const std::filesystem::path& folder);

/**
 * All weights of a model's folder as float32, from model.safetensors or from the files that
 * model.safetensors.index.json names. One file at a time is in memory besides the result.
 *
 * \throws Error for a missing file, for a tensor that is not in the file that the index names, and for everything that
 *         SafetensorsFile refuses
 */
std::map<std::string, Tensor> readWeights(const std::filesystem::path& folder);

} // namespace glassformer
