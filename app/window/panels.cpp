#include "app/window/panels.h"

#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

const QList<int> first_widths{215, 905, 320};
constexpr int narrowest = 9, usual = 13; ///< in lines of text

} // namespace

Panels::Panels(QWidget& machine, QWidget& stage, QWidget& inspector)
    : m_machine(machine)
    , m_inspector(inspector)
{
    setObjectName(QStringLiteral("panels"));
    setHandleWidth(1);
    for (QWidget* widget : {&machine, &stage, &inspector})
        addWidget(widget);
    setCollapsible(1, false);
    setStretchFactor(1, 1);
    setSizes(first_widths);
    connect(this, &QSplitter::splitterMoved, this, &Panels::changed);
}

Panels::~Panels() = default;

QWidget& Panels::widgetOf(PanelPlace panel) const
{
    return panel == PanelPlace::Machine ? m_machine : m_inspector;
}

bool Panels::isShown(PanelPlace panel) const
{
    QWidget& widget = widgetOf(panel);
    const int place = indexOf(&widget);
    return !widget.isHidden() && (place < 0 || sizes().value(place) > 0);
}

void Panels::setShown(PanelPlace panel, bool is_shown)
{
    QWidget& widget = widgetOf(panel);
    if (is_shown == isShown(panel))
        return;
    widget.setVisible(is_shown);
    const int place = indexOf(&widget);
    QList<int> widths = sizes();
    const int line = widget.fontMetrics().height(); // of large letters in front of a class, too
    if (is_shown && place >= 0 && widths.value(place) < narrowest * line) { // or it was drawn shut
        const int wanted = std::max(first_widths[place], usual * line);
        widths[1] -= wanted - widths[place];
        widths[place] = wanted;
        setSizes(widths);
    }
    emit changed();
}

void Panels::arrangeAsAtFirst()
{
    for (const PanelPlace panel : {PanelPlace::Machine, PanelPlace::Inspector})
        widgetOf(panel).show();
    setSizes(first_widths);
    emit changed();
}

void Panels::moveInspectorTo(QScreen& screen)
{
    if (m_away)
        return;
    m_state_before = saveState();
    m_was_shown = isShown(PanelPlace::Inspector);
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
    insertWidget(2, &m_inspector);
    m_inspector.setVisible(m_was_shown);
    restoreState(m_state_before);
    m_away.reset();
}

} // namespace glassformer
