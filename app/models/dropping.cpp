#include "app/models/dropping.h"

#include "app/models/model_opening.h"
#include "app/session/session.h"
#include "app/start/start_options.h"
#include "app/window/view_link.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/model_folder.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace glassformer {
namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path)
{
    std::error_code failed;
    return fs::is_directory(path, failed);
}

/** A figure, or a view in a file of its own. */
bool holdsView(const fs::path& path)
{
    const QString ending = QFileInfo(QString::fromStdU16String(path.u16string())).suffix().toLower();
    return ending == QStringLiteral("svg") || ending == QStringLiteral("pdf")
        || ending == QStringLiteral("png") || ending == QStringLiteral("tex")
        || ending == QStringLiteral("webp") || ending == QStringLiteral("glassformer");
}

void openViewFile(Session& session, const fs::path& path)
{
    try {
        openView(session, readView(QString::fromStdU16String(path.u16string())));
    } catch (const Error& error) {
        emit session.failed(error.message());
    }
}

/** What is dropped alone: any file beside a config.json stands for its model, another file of tensors is a run. */
void openOne(Session& session, const fs::path& path)
{
    const bool is_of_model = isFile(path) && isFile(path.parent_path() / config_file_name);
    if (holdsView(path) && !isFolder(path))
        openViewFile(session, path);
    else if (isFolder(path) || is_of_model)
        session.openModel(std::make_shared<const FolderFiles>(is_of_model ? path.parent_path() : path));
    else if (path.extension() == ".safetensors")
        openTraceFile(session, path);
    else
        session.openModel(std::make_shared<const ChosenFiles>(std::vector{path}));
}

} // namespace

std::vector<fs::path> droppedPaths(const QMimeData& data)
{
    std::vector<fs::path> paths;
    for (const QUrl& url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        paths.emplace_back(QFileInfo(url.toLocalFile()).absoluteFilePath().toStdU16String());
    }
    return paths;
}

void openDropped(Session& session, const std::vector<fs::path>& paths)
{
    if (paths.size() == 1)
        return openOne(session, paths.front());
    try {
        const auto folder = std::find_if(paths.begin(), paths.end(), isFolder);
        if (folder != paths.end())
            throw Error({Message::tr("a folder and something else"), pathText(*folder),
                Message::tr("one folder, or the files of one model"),
                Message::tr("Drop the folder of a model alone, or all its files together.")});
        session.openModel(std::make_shared<const ChosenFiles>(paths));
    } catch (const Error& error) {
        emit session.failed(error.message());
    }
}

} // namespace glassformer
