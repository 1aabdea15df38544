#include "widgets/paint/vector_painter.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace glassformer {

void paintVectorStrip(
    QPainter& painter, const QRectF& area, std::span<const float> values, const ColourScale& scale)
{
    if (values.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double width = area.width() / double(values.size());
    const double gap = width >= 5 ? 1 : 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double left = area.left() + double(i) * width;
        painter.fillRect(QRectF(QPointF(left, area.top()), QPointF(left + width - gap, area.bottom())),
            scale.colour(double(values[i])));
    }
    painter.restore();
}

void paintFarMarks(QPainter& painter, const QRectF& area, std::span<const float> values, double limit,
    const FigureStyle& style)
{
    const double width = area.width() / double(std::max<std::size_t>(1, values.size()));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]) && std::abs(double(values[i])) > limit)
            paintFarMark(painter, {area.left() + (double(i) + 0.5) * width, area.top() - 1}, style);
}

void paintFarMark(QPainter& painter, const QPointF& foot, const FigureStyle& style)
{
    const double half = style.em() * 0.22;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.palette.ink);
    painter.drawPolygon(
        QPolygonF{foot + QPointF(-half, 0), foot + QPointF(half, 0), foot - QPointF(0, 1.4 * half)});
    painter.restore();
}

void paintSignedBars(QPainter& painter, const QRectF& area, std::span<const float> values,
    std::optional<int> marked, const FigureStyle& style, double limit)
{
    if (values.empty())
        return;
    for (const float value : values)
        if (std::isfinite(value))
            limit = std::max(limit, double(std::abs(value)));
    if (limit == 0)
        limit = 1;
    painter.save();
    const double width = area.width() / double(values.size());
    const double gap = width >= 3 ? std::min(2.0, width * 0.2) : 0;
    painter.setRenderHint(QPainter::Antialiasing, width < 3);
    const double zero = area.center().y();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double height = std::isfinite(values[i]) ? double(values[i]) / limit * area.height() / 2 : 0;
        const double left = area.left() + double(i) * width;
        const bool is_marked = marked == int(i);
        if (is_marked)
            painter.fillRect(
                QRectF(left - 1, area.top(), width + 2 - gap, area.height()), style.palette.chosen);
        const QColor colour = values[i] < 0 ? style.palette.negative : style.palette.positive;
        const QColor shown = !marked || is_marked ? colour : mixed(colour, style.palette.card, 0.3);
        painter.fillRect(
            QRectF(left, std::min(zero, zero - height), std::max(0.7, width - gap), std::abs(height)), shown);
    }
    painter.setPen(QPen(style.palette.border, 1));
    painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero));
    painter.restore();
}

std::optional<int> componentAt(const QRectF& area, std::size_t count, double x)
{
    if (count == 0 || x < area.left() || x >= area.right())
        return std::nullopt;
    return std::min(int(count) - 1, int((x - area.left()) / area.width() * double(count)));
}

} // namespace glassformer
