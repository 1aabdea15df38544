#pragma once

#include <map>
#include <string>
#include <string_view>

namespace glassformer {

/**
 * Which file of a folder holds which tensor, for a model whose weights are cut into several files:
 * model.safetensors.index.json with {"metadata": {...}, "weight_map": {"name": "model-00001-of-00002.safetensors"}}
 * (format: Hugging Face Transformers, "Sharded checkpoints").
 *
 * \throws Error naming the field: for a file name that is not one plain name ending in ".safetensors" (nothing leads
 *         out of the folder), for an empty map and for what is no such JSON
 */
std::map<std::string, std::string> shardsFromIndex(std::string_view json, const std::string& where);

} // namespace glassformer
