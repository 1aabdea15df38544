#pragma once

#include <QString>

#include <filesystem>
#include <vector>

namespace glassformer {

/** A model that came with the program. */
struct BundledModel
{
    QString name; ///< of its folder: "translator"
    std::filesystem::path folder;
};

/** Where models are looked for by name, in this order: what the environment names, beside the program, the sources. */
std::vector<std::filesystem::path> modelRoots();

/** All that are found there, sorted by name. */
std::vector<BundledModel> bundledModels();

/** "Translator", "Next word": as people read it, in the language of the window; unknown names as they are. */
QString modelTitle(const QString& name);

} // namespace glassformer
