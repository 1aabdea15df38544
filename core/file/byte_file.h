#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace glassformer {

/** The path in UTF-8, for messages. */
std::string pathText(const std::filesystem::path& path);

/** The path that a UTF-8 text names, on every platform. */
std::filesystem::path pathFromText(std::string_view utf8);

/**
 * All bytes of a file.
 *
 * The size is compared with the limit before memory is asked for, so that a sparse file that claims terabytes
 * costs nothing; it is checked again while reading, because the file may grow.
 * \throws Error if the file is missing, a folder, larger than limit bytes, or cannot be read to its end
 */
std::string readFile(const std::filesystem::path& path, std::uint64_t limit);

/**
 * Puts the bytes into a file: first into a new file beside it, which then takes its name. A program that is
 * killed meanwhile leaves the old content or the new, never half of it; a program that has the old file open
 * keeps the old bytes. A symbolic link stays a link: the file it points at is replaced.
 * \throws Error if the folder is missing or cannot be written, the disk is full, or path is a folder
 */
void writeFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace glassformer
