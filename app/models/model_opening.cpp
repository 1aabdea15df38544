#include "app/experiments/compare_view.h"
#include "app/models/model_card_dialog.h"
#include "app/models/model_list.h"
#include "app/models/recent_models.h"
#include "app/window/input_bar.h"
#include "app/window/main_window.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "widgets/look/line_text.h"
#include "widgets/machine/step_bar.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>

// What the main window does about models: open a folder, drop one, the recent ones, say what it is.

namespace glassformer {
namespace {

/** The one file or folder that was dropped; empty for anything else. */
QString droppedPath(const QMimeData* data)
{
    if (data->urls().size() != 1 || !data->urls().first().isLocalFile())
        return {};
    return QFileInfo(data->urls().first().toLocalFile()).absoluteFilePath();
}

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

void MainWindow::makeModelMenu()
{
    QMenu* menu = addMenu(nullptr, [] { return tr("&Model"); });
    addAction(
        menu, QKeySequence::Open, [] { return tr("&Open model folder…"); },
        [this] { askForModelFolder(this, [this](const QString& folder) { openModel(folder); }); });
    m_recent = addMenu(menu, [] { return tr("&Recent models"); });
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentModels);
    menu->addSeparator();
    m_compare_action = addAction(
        menu, QKeySequence(Qt::CTRL | Qt::Key_M), [] { return tr("&Compare with another model"); },
        [this] { setComparing(!m_compare); });
    m_compare_action->setCheckable(true);
    m_card_action = addAction(
        menu, QKeySequence(Qt::CTRL | Qt::Key_I), [] { return tr("&About this model"); },
        [this] { aboutModel(); });
}

void MainWindow::showModel()
{
    const bool is_recorded = m_session.isRecorded();
    if (is_recorded && m_compare)
        setComparing(false);
    m_input->setReadOnly(is_recorded);
    m_compare_action->setEnabled(!is_recorded);
    m_card_action->setEnabled(!is_recorded);
    const Model& model = m_session.model();
    QStringList languages, others, tasks;
    for (const std::string& prefix : model.task_prefixes)
        tasks << QString::fromStdString(prefix);
    m_input->setTasks(is_recorded ? QStringList() : tasks);
    m_input->setPairSeparator(is_recorded ? QString() : QString::fromStdString(model.pairSeparator()));
    if (is_recorded) {
        for (const BundledModel& bundled : bundledModels())
            others << bundled.name;
        return m_input->setModels(
            tr("Recorded: %1").arg(QString::fromStdString(pathText(m_session.recordedFile().stem()))), {},
            others);
    }
    for (const std::string& code : model.targetLanguages())
        languages << QString::fromStdString(code);
    for (const BundledModel& bundled : bundledModels())
        if (std::error_code error; !std::filesystem::equivalent(bundled.folder, model.folder(), error))
            others << bundled.name;
    m_input->setModels(QString::fromStdString(model.transformer.config.name), languages, others);
}

void MainWindow::showRequest()
{
    const RunRequest& request = m_session.request();
    m_input->setRequest(
        QString::fromStdString(request.text), QString::fromStdString(request.target_language));
    QStringList languages;
    if (!m_session.isRecorded())
        for (const std::string& code : m_session.model().sourceLanguages())
            languages << QString::fromStdString(code);
    m_input->setSourceLanguages(languages, m_session.sourceLanguage());
}

void MainWindow::openBundledModel(const QString& name)
{
    for (const BundledModel& bundled : bundledModels())
        if (bundled.name == name)
            m_session.openModel(bundled.folder);
}

void MainWindow::openModel(const QString& folder)
{
    m_session.openModel(folder.toStdU16String());
}

void MainWindow::fillRecentModels()
{
    m_recent->clear();
    for (const QString& folder : recentModels())
        m_recent->addAction(literalLabel(folder), this, [this, folder] { openModel(folder); });
    if (m_recent->isEmpty())
        m_recent->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::chooseTrace()
{
    auto* dialog = new QFileDialog(this, tr("Open trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recorded runs (*.safetensors)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& file) { m_session.openTrace(file.toStdU16String()); });
    dialog->open();
}

void MainWindow::aboutModel()
{
    (new ModelCardDialog(m_session.model(), this))->open();
}

void MainWindow::setComparing(bool is_comparing)
{
    if (m_compare)
        m_compare->deleteLater();
    m_compare = is_comparing ? new CompareView(m_session) : nullptr;
    if (m_compare)
        m_pages->setCurrentIndex(m_pages->addWidget(m_compare));
    else
        m_pages->setCurrentIndex(0);
    m_step_bar->setVisible(!is_comparing);
    m_compare_action->setChecked(is_comparing);
    m_input->setComparing(is_comparing);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    const QFileInfo dropped(path);
    if (isTraceFile(dropped))
        m_session.openTrace(path.toStdU16String());
    else
        openModel(isFileOfModel(dropped) ? dropped.absolutePath() : path);
}

} // namespace glassformer
