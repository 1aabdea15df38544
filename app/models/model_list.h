#pragma once

#include "core/file/bytes/files.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace glassformer {

/** A model that came with the program. */
struct BundledModel
{
    QString name; ///< of its folder: "translator"
    FilesPointer files;
};

/**
 * All that are found, sorted by name: where the environment says, beside the program, and inside the
 * program itself. Of two with the same name the first.
 */
std::vector<BundledModel> bundledModels();

/**
 * The files of a model that a person asked for, by the name of a bundled one or as a folder.
 * @throws Error that lists the files which are missing, or the models that exist
 */
FilesPointer modelFiles(const std::string& name_or_folder);

/** The name by which modelFiles() finds a model again. */
std::string nameToFind(const Files& files);

/** Where what came with the program is looked for, in this order. */
std::vector<std::filesystem::path> resourceRoots();

/** The lexicons ("world") from which sentences of a bundled world are made. @throws Error if they are not here */
FilesPointer worldFiles(const std::string& lexicons);

/** The files of a folder that a person chose. */
FilesPointer folderFiles(const QString& folder);

/** Whether two models were read from the same place. */
bool isSameModel(const Files& a, const Files& b);

} // namespace glassformer
