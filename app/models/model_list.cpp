#include "app/models/model_list.h"

#include "app/models/resource_files.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/model_folder.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace glassformer {
namespace {

const QString models_inside = QStringLiteral(":/models"); ///< of a program that carries its models with it

/** Where models are looked for by name. */
std::vector<std::filesystem::path> modelRoots()
{
    std::vector<std::filesystem::path> found = resourceRoots();
    for (std::filesystem::path& root : found)
        root /= "models";
    return found;
}

} // namespace

std::vector<std::filesystem::path> resourceRoots()
{
    std::vector<std::filesystem::path> found;
    if (const QString given = qEnvironmentVariable("GLASSFORMER_RESOURCES"); !given.isEmpty())
        found.emplace_back(given.toStdU16String());
    found.push_back(std::filesystem::path(QCoreApplication::applicationDirPath().toStdU16String()) / ".."
        / "share" / "glassformer");
    return found;
}

std::vector<BundledModel> bundledModels()
{
    const std::vector<std::filesystem::path> roots = modelRoots();
    std::vector<BundledModel> models;
    for (const std::string& name : modelNames(roots))
        models.push_back(
            {QString::fromStdString(name), std::make_shared<const FolderFiles>(modelFolder(name, roots))});
    for (const QString& name : QDir(models_inside).entryList(QDir::Dirs))
        models.push_back({name, std::make_shared<const ResourceFiles>(models_inside + u'/' + name)});
    const auto by_name = [](const BundledModel& a, const BundledModel& b) { return a.name < b.name; };
    std::stable_sort(models.begin(), models.end(), by_name);
    const auto is_same = [](const BundledModel& a, const BundledModel& b) { return a.name == b.name; };
    models.erase(std::unique(models.begin(), models.end(), is_same), models.end());
    return models;
}

FilesPointer modelFiles(const std::string& name_or_folder)
{
    std::vector<std::string> names;
    for (const BundledModel& model : bundledModels()) {
        names.push_back(model.name.toStdString());
        if (names.back() == name_or_folder)
            return model.files;
    }
    // A folder of that name that is no model says what it lacks.
    return std::make_shared<const FolderFiles>(modelFolder(name_or_folder, modelRoots(), names));
}

FilesPointer worldFiles(const std::string& lexicons)
{
    for (const std::filesystem::path& root : resourceRoots())
        if (std::error_code failed; std::filesystem::is_directory(root / lexicons, failed))
            return std::make_shared<const FolderFiles>(root / lexicons);
    throw Error({Message::tr("no lexicons among the files of this program"), {},
        Message::tr("the folder “%1” of Glassformer's resources", lexicons),
        Message::tr("Choose a file with sentences of your own.")});
}

FilesPointer folderFiles(const QString& folder)
{
    return std::make_shared<const FolderFiles>(std::filesystem::path(folder.toStdU16String()));
}

std::string nameToFind(const Files& files)
{
    for (const BundledModel& bundled : bundledModels())
        if (isSameModel(*bundled.files, files))
            return bundled.name.toStdString();
    return pathText(files.folder());
}

bool isSameModel(const Files& a, const Files& b)
{
    std::error_code failed;
    return a.where() == b.where() || std::filesystem::equivalent(a.folder(), b.folder(), failed);
}

} // namespace glassformer
