#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace glassformer::cli {

// What a program is told by its platform: the one place that knows them apart.

/** The words behind the program's name, in UTF-8. */
std::vector<std::string> programArguments(int argc, char** argv);

/** The program's own file, links followed; empty where the platform does not tell. */
std::filesystem::path programFile(const char* name);

/** A variable of the environment. */
std::optional<std::filesystem::path> environmentPath(const char* name);

/** Puts the terminal into UTF-8 where it isn't. */
void writeUtf8();

} // namespace glassformer::cli
