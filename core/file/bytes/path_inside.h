#pragma once

#include <filesystem>
#include <string_view>

namespace glassformer {

/**
 * A file of a model's folder, given by its plain name. Model folders come from the internet: a link that leads out of
 * the folder is refused, so that opening a model reads nothing but the model. One layout of links is known: the
 * download cache of Hugging Face, where snapshots/<revision>/<name> points into the model's own blobs/.
 *
 * \param name  in UTF-8; a plain file name
 * \throws Error for a link that leads elsewhere, or in a circle
 */
std::filesystem::path pathInside(const std::filesystem::path& folder, std::string_view name);

} // namespace glassformer
