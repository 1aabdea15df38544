#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace glassformer {

/** What a model's folder holds. */
constexpr const char* config_file_name = "config.json";
constexpr const char* weights_file_name = "model.safetensors";
constexpr const char* weights_index_file_name =
    "model.safetensors.index.json"; ///< instead, if cut into several
constexpr const char* tokenizer_file_name = "tokenizer.json";

/** The names of the complete models in the roots, sorted, each once. A root may be missing. */
std::vector<std::string> modelNames(const std::vector<std::filesystem::path>& search_roots);

/**
 * The folder of a model that a person asked for.
 *
 * A plain name ("tiny-french") is looked for below each root in turn, then in the current folder. Whatever
 * contains "/", "\", ":" or ".." is a folder and is not looked for, so that no name leads out of a root.
 *
 * \param name_or_folder  in UTF-8
 * \throws Error that lists the files which are missing, or the models that exist
 */
std::filesystem::path modelFolder(
    const std::string& name_or_folder, const std::vector<std::filesystem::path>& search_roots);

} // namespace glassformer
