#include "widgets/machine/layer_ladder.h"

#include "widgets/look/line_text.h"
#include "widgets/look/palette.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace glassformer {

LayerLadder::LayerLadder(QWidget* parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
}

void LayerLadder::setLayer(int layer, int count)
{
    m_layer = layer;
    m_count = std::max(1, count);
    setAccessibleName(tr("Layer %1 of %2").arg(layer + 1).arg(count));
    update();
}

void LayerLadder::setPath(std::vector<std::optional<PathStop>> stops)
{
    m_stops = std::move(stops);
    QStringList lines;
    for (int layer = 0; layer < std::min(m_count, int(m_stops.size())); ++layer)
        if (m_stops[std::size_t(layer)])
            lines << layerText(layer);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    update();
}

QString LayerLadder::layerText(int layer) const
{
    const QString text = tr("Layer %1 of %2").arg(layer + 1).arg(m_count);
    const auto index = std::size_t(layer);
    return index < m_stops.size() && m_stops[index] ? text + u'\n' + m_stops[index]->text : text;
}

QRectF LayerLadder::rung(int layer) const
{
    const double pitch = double(width()) / m_count;
    const double gap = pitch > 4 ? std::min(2.0, pitch * 0.3) : 0;
    return {layer * pitch, 1, pitch - gap, height() - 2.0};
}

int LayerLadder::layerAt(double x) const
{
    return std::clamp(int(x / width() * m_count), 0, m_count - 1);
}

bool LayerLadder::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipText(layerText(layerAt(help->pos().x()))), this);
        return true;
    }
    return QWidget::event(event);
}

void LayerLadder::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit layerWanted(layerAt(event->position().x()));
}

/** As high as its share. */
void LayerLadder::paintStop(QPainter& painter, const QRectF& rung, int layer) const
{
    const Palette& colours = paletteFor(palette());
    painter.setBrush(colours.chip);
    painter.drawRect(rung);
    const auto& stop = m_stops[std::size_t(layer)];
    const double high = rung.height() * (stop ? stop->share : 0);
    painter.setBrush(colours.positive);
    painter.drawRect(QRectF(rung.left(), rung.bottom() - high, rung.width(), high));
    if (layer != m_layer)
        return;
    painter.setPen(QPen(colours.selected, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rung.adjusted(0.5, 0, -0.5, 0));
    painter.setPen(Qt::NoPen);
}

void LayerLadder::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int layer = 0; layer < m_count; ++layer) {
        if (layer < int(m_stops.size())) {
            paintStop(painter, rung(layer), layer);
            continue;
        }
        painter.setBrush(layer == m_layer ? colours.selected
                : layer < m_layer         ? mixed(colours.card, colours.selected, 0.4)
                                          : mixed(colours.border, colours.faint_ink, 0.2));
        QRectF rung = this->rung(layer);
        // One of a hundred layers would be a line that nobody sees.
        if (layer == m_layer && rung.width() < 3)
            rung.adjust(-1, 0, 1, 0);
        painter.drawRoundedRect(rung, 1.5, 1.5);
    }
}

} // namespace glassformer
