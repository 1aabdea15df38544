#include "app/models/model_list.h"

#include "core/error.h"
#include "core/file/model_folder.h"

#include <QCoreApplication>

namespace glassformer {

std::vector<std::filesystem::path> modelRoots()
{
    std::vector<std::filesystem::path> roots;
    if (const QString given = qEnvironmentVariable("GLASSFORMER_RESOURCES"); !given.isEmpty())
        roots.push_back(std::filesystem::path(given.toStdU16String()) / "models");
    roots.push_back(std::filesystem::path(QCoreApplication::applicationDirPath().toStdU16String()) / ".."
        / "share" / "glassformer" / "models");
    roots.push_back(std::filesystem::path(GLASSFORMER_SOURCE_RESOURCES) / "models");
    return roots;
}

std::vector<BundledModel> bundledModels()
{
    const std::vector<std::filesystem::path> roots = modelRoots();
    std::vector<BundledModel> models;
    for (const std::string& name : modelNames(roots))
        models.push_back({QString::fromStdString(name), modelFolder(name, roots)});
    return models;
}

QString modelTitle(const QString& name)
{
    return name == QStringLiteral("translator") ? QCoreApplication::translate("Model", "Translator")
        : name == QStringLiteral("next-word")   ? QCoreApplication::translate("Model", "Next word")
        : name == QStringLiteral("gap")         ? QCoreApplication::translate("Model", "Fill the gap")
                                                : name;
}

} // namespace glassformer
