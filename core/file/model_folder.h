#pragma once

#include "core/file/bytes/files.h"

#include <filesystem>
#include <string>
#include <vector>

namespace glassformer {

/** What a model's folder holds. */
constexpr const char* config_file_name = "config.json";
constexpr const char* weights_file_name = "model.safetensors";
constexpr const char* weights_index_file_name =
    "model.safetensors.index.json"; ///< instead, if cut into several
constexpr const char* tokenizer_file_name =
    "tokenizer.json"; ///< or one of the older forms, see missingFiles()

/**
 * What files lack to be a model: config.json, the weights, and a tokenizer in one of the forms in which models are
 * published: tokenizer.json; vocab.json with merges.txt; vocab.txt; source.spm with target.spm; any *.model of
 * SentencePiece. Of a form that is half there the other half is named. Empty: the model is complete. Contents are not
 * looked at.
 */
std::vector<std::string> missingFiles(const Files& files);

/**
 * \throws Error that lists what is missing; of weights in another format it says how to convert them. Also if the
 *         files cannot be listed, with the reason
 */
void requireModel(const Files& files);

/** The names of the complete models in the roots, sorted, each once. A root may be missing. */
std::vector<std::string> modelNames(const std::vector<std::filesystem::path>& search_roots);

/**
 * The folder of a model that a person asked for.
 *
 * A plain name ("tiny-french") is looked for below each root in turn, then in the current folder. Whatever
 * contains "/", "\", ":" or ".." is a folder and is not looked for, so that no name leads out of a root.
 *
 * \param name_or_folder   in UTF-8
 * \param known_elsewhere  names of models that lie in no folder, for the message
 * \throws Error that lists the files which are missing, or the models that exist; of weights in another format it says
 *         how to convert them
 */
std::filesystem::path modelFolder(const std::string& name_or_folder,
    const std::vector<std::filesystem::path>& search_roots,
    const std::vector<std::string>& known_elsewhere = {});

/**
 * Refuses to save where a file of the open model stands, under whatever path, or where a new one would be taken for one.
 * \throws Error
 */
void requireNoFileOfModel(const std::filesystem::path& path, const std::filesystem::path& folder);

} // namespace glassformer
