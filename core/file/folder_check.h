#pragma once

#include <filesystem>

namespace glassformer {

/**
 * Says truly why a folder that a person chose cannot be looked into, before files are missed in it.
 * @throws Error for what is gone, what is a file, and what may not be read
 */
void requireFolder(const std::filesystem::path& path);

} // namespace glassformer
