#include "app/compare_view.h"
#include "app/input_bar.h"
#include "app/main_window.h"
#include "app/model_card_dialog.h"
#include "app/model_list.h"
#include "app/recent_models.h"
#include "core/file/byte_file.h"
#include "widgets/step_bar.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>

// What the main window does about models: open a folder, drop one, the recent ones, say what it is.

namespace glassformer {
namespace {

/** The folder that was dropped, or the one that a dropped file lies in; empty for anything else. */
QString droppedFolder(const QMimeData* data)
{
    if (data->urls().size() != 1 || !data->urls().first().isLocalFile())
        return {};
    const QFileInfo dropped(data->urls().first().toLocalFile());
    return dropped.isDir() ? dropped.absoluteFilePath() : dropped.absolutePath();
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
    addAction(
        menu, QKeySequence(Qt::CTRL | Qt::Key_I), [] { return tr("&About this model"); },
        [this] { aboutModel(); });
}

void MainWindow::showModel()
{
    const Model& model = m_session.model();
    QStringList languages, others;
    for (const std::string& code : model.targetLanguages())
        languages << QString::fromStdString(code);
    for (const BundledModel& bundled : bundledModels())
        if (std::error_code error; !std::filesystem::equivalent(bundled.folder, model.folder, error))
            others << bundled.name;
    m_input->setModels(QString::fromStdString(model.transformer.config.name), languages, others);
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
        m_recent->addAction(folder, this, [this, folder] { openModel(folder); });
    if (m_recent->isEmpty())
        m_recent->addAction(tr("None yet"))->setEnabled(false);
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
    if (!droppedFolder(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString folder = droppedFolder(event->mimeData());
    if (folder.isEmpty())
        return;
    event->acceptProposedAction();
    openModel(folder);
}

} // namespace glassformer
