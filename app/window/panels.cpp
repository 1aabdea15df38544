#include "app/window/panels.h"

#include "app/window/panel_handle.h"
#include "widgets/look/line_text.h"

#include <QDockWidget>
#include <QEvent>
#include <QHideEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr int width_of_machine = 215, width_of_inspector = 320;
constexpr int narrowest = 9, usual = 13; ///< in lines of text

} // namespace

Panels::Panels(QWidget& machine, QWidget& stage, QWidget& inspector)
    : m_inspector(inspector)
    , m_machine_dock(makeDock(machine, QStringLiteral("machinePanel")))
    , m_inspector_dock(makeDock(inspector, QStringLiteral("inspectorPanel")))
{
    setObjectName(QStringLiteral("panels"));
    setWindowFlags(Qt::Widget); // inside of the window
    setAnimated(false);
    setDockOptions(QMainWindow::AllowTabbedDocks);
    setCentralWidget(&stage);
    placeDocks();
    retranslate();
}

Panels::~Panels() = default;

QDockWidget* Panels::makeDock(QWidget& widget, const QString& name)
{
    auto* dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    dock->setTitleBarWidget(new PanelHandle(dock));
    dock->setWidget(&widget);
    connect(dock, &QDockWidget::topLevelChanged, this, &Panels::changed);
    connect(dock, &QDockWidget::dockLocationChanged, this, &Panels::changed);
    return dock;
}

void Panels::placeDocks()
{
    for (QDockWidget* dock : {m_machine_dock, m_inspector_dock})
        dock->setFloating(false);
    addDockWidget(Qt::LeftDockWidgetArea, m_machine_dock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector_dock);
    resizeDocks({m_machine_dock, m_inspector_dock}, {width_of_machine, width_of_inspector}, Qt::Horizontal);
}

QDockWidget& Panels::dockOf(PanelPlace panel) const
{
    return panel == PanelPlace::Machine ? *m_machine_dock : *m_inspector_dock;
}

bool Panels::isShown(PanelPlace panel) const
{
    QDockWidget& dock = dockOf(panel);
    return !dock.isHidden() || m_put_aside.contains(&dock) || (panel == PanelPlace::Inspector && m_away);
}

void Panels::setShown(PanelPlace panel, bool is_shown)
{
    QDockWidget& dock = dockOf(panel);
    if (is_shown == isShown(panel))
        return;
    dock.setVisible(is_shown);
    const int line = dock.fontMetrics().height(); // of large letters in front of a class, too
    if (is_shown && dock.width() < narrowest * line) {
        const int at_first = panel == PanelPlace::Machine ? width_of_machine : width_of_inspector;
        resizeDocks({&dock}, {std::max(at_first, usual * line)}, Qt::Horizontal);
    }
    emit changed();
}

void Panels::arrangeAsAtFirst()
{
    for (QDockWidget* dock : {m_machine_dock, m_inspector_dock})
        dock->show();
    placeDocks();
    emit changed();
}

void Panels::restoreArrangement(const QByteArray& state)
{
    m_is_placed = restoreState(state) || m_is_placed;
}

void Panels::moveInspectorTo(QScreen& screen)
{
    if (m_away)
        return;
    m_was_shown = isShown(PanelPlace::Inspector);
    m_inspector_dock->setWidget(nullptr);
    m_inspector_dock->hide();
    m_away = std::make_unique<QWidget>();
    m_away->setObjectName(QStringLiteral("inspectorWindow"));
    m_away->setFont(window()->font());
    m_away->setWindowTitle(window()->windowTitle());
    auto* column = new QVBoxLayout(m_away.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&m_inspector);
    m_inspector.show();
    m_away->setAttribute(Qt::WA_ShowWithoutActivating);
    m_away->setAttribute(Qt::WA_QuitOnClose, false);
    m_away->setGeometry(screen.availableGeometry());
    m_away->show();
}

void Panels::bringInspectorBack()
{
    if (!m_away)
        return;
    m_inspector_dock->setWidget(&m_inspector);
    m_inspector.show();
    m_away.reset();
    m_inspector_dock->setVisible(m_was_shown);
}

/** Widths that were chosen before anything had a size mean nothing yet. */
void Panels::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_is_placed)
        resizeDocks(
            {m_machine_dock, m_inspector_dock}, {width_of_machine, width_of_inspector}, Qt::Horizontal);
    m_is_placed = true;
    for (QDockWidget* dock : std::exchange(m_put_aside, {}))
        dock->show();
}

void Panels::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    for (QDockWidget* dock : {m_machine_dock, m_inspector_dock})
        if (!event->spontaneous() && dock->isFloating() && !dock->isHidden()) {
            m_put_aside.append(dock);
            dock->hide();
        }
}

void Panels::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Panels::retranslate()
{
    m_machine_dock->setWindowTitle(tr("The machine"));
    m_inspector_dock->setWindowTitle(tr("The inspector"));
    for (QDockWidget* dock : {m_machine_dock, m_inspector_dock})
        dock->titleBarWidget()->setToolTip(tipText(
            tr("Drag it to the other side, or out of the window; a double click takes it out or back.")));
}

} // namespace glassformer
