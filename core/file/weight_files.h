#pragma once

#include "core/progress.h"
#include "core/tensor/matrix.h"

#include <filesystem>
#include <map>
#include <string>

namespace glassformer {

/**
 * All weights of a model's folder as float32, each read straight to its place (weight_source.h).
 *
 * \throws Error for all that WeightSource refuses, for weights larger than the free memory, and for an infinite value
 *         or NaN; Cancelled
 */
std::map<std::string, Tensor> readWeights(const std::filesystem::path& folder, JobWatch watch = {});

} // namespace glassformer
