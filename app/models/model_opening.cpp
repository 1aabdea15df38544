#include "app/models/model_opening.h"

#include "app/models/model_list.h"
#include "app/session/session.h"
#include "app/window/lines/input_bar.h"
#include "core/file/bytes/chosen_files.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace glassformer {
namespace {

struct ModelText
{
    Q_DECLARE_TR_FUNCTIONS(ModelOpening)
};

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
        return input.setModels(
            ModelText::tr("Recorded: %1")
                .arg(QFileInfo(QString::fromStdString(session.recordedFile())).completeBaseName()),
            {}, others);
    }
    for (const std::string& code : model.targetLanguages())
        languages << QString::fromStdString(code);
    for (const BundledModel& bundled : bundledModels())
        if (!isSameModel(*bundled.files, *model.files))
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
            session.openModel(bundled.files);
}

void openTraceFile(Session& session, const std::filesystem::path& path)
{
    auto file = std::make_shared<const ChosenFiles>(std::vector{path});
    const std::string name = file->first();
    session.openTrace(std::move(file), name);
}

void chooseTrace(QWidget* window, Session& session)
{
    auto* dialog = new QFileDialog(window, ModelText::tr("Open trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ModelText::tr("Recorded runs (*.safetensors)"), ModelText::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, &session,
        [&session](const QString& file) { openTraceFile(session, file.toStdU16String()); });
    dialog->open();
}

} // namespace glassformer
