#include "app/sentences/learned_worlds.h"

#include "core/file/bytes/folder_files.h"

#include <QCoreApplication>

#include <filesystem>

namespace glassformer {

std::vector<FilesPointer> learnedWorlds()
{
    std::vector<std::filesystem::path> roots;
    if (const QString given = qEnvironmentVariable("GLASSFORMER_RESOURCES"); !given.isEmpty())
        roots.emplace_back(given.toStdU16String());
    roots.push_back(std::filesystem::path(QCoreApplication::applicationDirPath().toStdU16String()) / ".."
        / "share" / "glassformer");
    roots.emplace_back(GLASSFORMER_SOURCE_RESOURCES);
    std::vector<FilesPointer> worlds;
    for (const char* name : {"corpus", "world"})
        for (const std::filesystem::path& root : roots) {
            std::error_code nothing;
            if (!std::filesystem::exists(root / name / "frames.tsv", nothing))
                continue;
            worlds.push_back(std::make_shared<const FolderFiles>(root / name));
            break;
        }
    return worlds;
}

} // namespace glassformer
