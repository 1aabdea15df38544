#include "app/models/model_opening.h"

#include "app/models/model_list.h"
#include "app/session/session.h"
#include "app/window/input_bar.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace glassformer {
namespace {

struct ModelText
{
    Q_DECLARE_TR_FUNCTIONS(ModelOpening)
};

/** A file of tensors that does not lie among the other files of a model. */
bool isTraceFile(const QFileInfo& file)
{
    return file.isFile() && file.suffix() == QStringLiteral("safetensors")
        && !file.dir().exists(QString::fromLatin1(config_file_name));
}

/** Any file beside a config.json stands for the model; another file is no model, and its folder neither. */
bool isFileOfModel(const QFileInfo& file)
{
    return file.isFile() && file.dir().exists(QString::fromLatin1(config_file_name));
}

} // namespace

void offerModels(InputBar& input, const Session& session)
{
    const bool is_recorded = session.isRecorded();
    input.setReadOnly(is_recorded);
    const Model& model = session.model();
    QStringList languages, others, tasks;
    for (const std::string& prefix : model.task_prefixes)
        tasks << QString::fromStdString(prefix);
    input.setTasks(is_recorded ? QStringList() : tasks);
    input.setPairSeparator(is_recorded ? QString() : QString::fromStdString(model.pairSeparator()));
    if (is_recorded) {
        for (const BundledModel& bundled : bundledModels())
            others << bundled.name;
        return input.setModels(ModelText::tr("Recorded: %1")
                                   .arg(QString::fromStdString(pathText(session.recordedFile().stem()))),
            {}, others);
    }
    for (const std::string& code : model.targetLanguages())
        languages << QString::fromStdString(code);
    for (const BundledModel& bundled : bundledModels())
        if (std::error_code error; !std::filesystem::equivalent(bundled.folder, model.folder(), error))
            others << bundled.name;
    input.setModels(QString::fromStdString(model.transformer.config.name), languages, others);
}

void offerRequest(InputBar& input, const Session& session)
{
    const RunRequest& request = session.request();
    input.setRequest(QString::fromStdString(request.text), QString::fromStdString(request.target_language));
    QStringList languages;
    if (!session.isRecorded())
        for (const std::string& code : session.model().sourceLanguages())
            languages << QString::fromStdString(code);
    input.setSourceLanguages(languages, session.sourceLanguage());
}

void openBundledModel(Session& session, const QString& name)
{
    for (const BundledModel& bundled : bundledModels())
        if (bundled.name == name)
            session.openModel(bundled.folder);
}

void chooseTrace(QWidget* window, Session& session)
{
    auto* dialog = new QFileDialog(window, ModelText::tr("Open trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ModelText::tr("Recorded runs (*.safetensors)"), ModelText::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, &session,
        [&session](const QString& file) { session.openTrace(file.toStdU16String()); });
    dialog->open();
}

QString droppedPath(const QMimeData* data)
{
    if (data->urls().size() != 1 || !data->urls().first().isLocalFile())
        return {};
    return QFileInfo(data->urls().first().toLocalFile()).absoluteFilePath();
}

void openPath(Session& session, const QString& path)
{
    const QFileInfo dropped(path);
    if (isTraceFile(dropped))
        session.openTrace(path.toStdU16String());
    else
        session.openModel((isFileOfModel(dropped) ? dropped.absolutePath() : path).toStdU16String());
}

} // namespace glassformer
