#pragma once

#include <filesystem>
#include <vector>

class QMimeData;

namespace glassformer {

class Session;

/** The files and folders that are held over the window or were dropped on it; none if anything else is among them. */
std::vector<std::filesystem::path> droppedPaths(const QMimeData& data);

/**
 * Opens what was dropped: a recorded run, the view of a figure or of a file of its own, the folder of a model, a file in
 * such a folder, or all files of a model together, wherever each lies. What is none of these is told by Session::failed(), with what is missing.
 */
void openDropped(Session& session, const std::vector<std::filesystem::path>& paths);

} // namespace glassformer
