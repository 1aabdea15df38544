#include "widgets/machine/machine_page.h"

#include "widgets/machine/machine_painter.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr int flow_time = 450; ///< milliseconds; keys are never waited for
constexpr std::size_t longest_way = 12; ///< wires: farther than that nobody steps, but jumps

} // namespace

MachinePage::MachinePage(QWidget* parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_flow.setStartValue(0.0);
    m_flow.setEndValue(1.0);
    m_flow.setDuration(flow_time);
    connect(&m_flow, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_flow, &QVariantAnimation::finished, this, qOverload<>(&QWidget::update));
}

void MachinePage::setMachine(const std::vector<StepKind>& steps, const ModelConfig& config)
{
    m_steps = steps;
    m_config = config;
    m_flow.stop();
    layOut();
}

void MachinePage::letFlow(std::vector<Wire> way)
{
    m_flow.stop();
    // Desktops that are asked to keep still give animations no time.
    const bool may_move = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_way = std::move(way);
    if (may_move && isVisible() && !m_way.empty() && m_way.size() <= longest_way)
        m_flow.start();
    update();
}

void MachinePage::setLit(std::vector<Wire> wires)
{
    m_lit = std::move(wires);
    update();
}

void MachinePage::layOut()
{
    if (m_steps.empty())
        return;
    const QFontMetricsF metrics(font());
    // A layer's frame lies outside of the scroll bar: it comes and goes with the height that is needed.
    const MachineLayout least =
        layoutMachine(m_steps, m_config, QSizeF(width(), 0), {metrics.height(), metrics.height() * 0.82});
    setMinimumHeight(int(least.height + 0.999));
    m_layout = layoutMachine(m_steps, m_config, size(), {metrics.height(), metrics.height() * 0.82});
    emit laidOut();
    update();
}

void MachinePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void MachinePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void MachinePage::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMachineFrames(painter, m_layout, m_config, colours);
    paintMachineWires(painter, m_layout, m_lit, colours);
    if (isFlowing())
        paintMachineFlow(painter, m_layout, m_way, m_flow.currentValue().toDouble(), colours);
}

} // namespace glassformer
