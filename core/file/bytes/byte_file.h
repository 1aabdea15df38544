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

/** Whether a regular file stands there, or a link to one: no folder, pipe or device. */
bool isFile(const std::filesystem::path& path);

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
 * keeps the old bytes. A symbolic link stays a link: the file it points at is replaced. What is no regular file, such
 * as /dev/stdout, is written into as it is.
 * \throws Error if the folder is missing or cannot be written, the disk is full, path is a folder, or a file stands
 *         there that nobody may write
 */
void writeFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace glassformer
