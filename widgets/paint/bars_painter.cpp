#include "widgets/paint/bars_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

double pitchFor(const QRectF& area, std::size_t count, const FigureStyle& style)
{
    return std::min(style.em() * 2.6, area.height() / double(std::max<std::size_t>(1, count)));
}

double fontFactor(double pitch, const FigureStyle& style)
{
    return std::clamp(pitch / (style.em() * 1.35), 0.68, 1.15);
}

} // namespace

QRectF BarsGeometry::lineRect(int index) const
{
    return {area.left(), area.top() + index * pitch, area.width(), pitch};
}

QRectF BarsGeometry::trackRect(int index) const
{
    const double inset = pitch * 0.14;
    return lineRect(index).adjusted(label_width, inset, -number_width, -inset);
}

std::optional<int> BarsGeometry::barAt(const QPointF& position) const
{
    if (pitch <= 0 || !area.contains(position))
        return std::nullopt;
    const int index = int((position.y() - area.top()) / pitch);
    return index < count ? std::optional<int>(index) : std::nullopt;
}

BarsGeometry layoutBars(const QRectF& area, const std::vector<Bar>& bars, const FigureStyle& style)
{
    BarsGeometry geometry;
    geometry.area = area;
    geometry.count = int(bars.size());
    geometry.pitch = pitchFor(area, bars.size(), style);
    const double factor = fontFactor(geometry.pitch, style);
    const QFontMetricsF labels(style.scaledFont(factor, true));
    const QFontMetricsF numbers(style.scaledFont(factor * 0.9, true));
    bool has_negative = false;
    bool has_positive = false;
    for (const Bar& bar : bars) {
        geometry.label_width = std::max(geometry.label_width, labels.horizontalAdvance(bar.label) + 12);
        geometry.number_width = std::max(geometry.number_width, numbers.horizontalAdvance(bar.number) + 12);
        has_negative = has_negative || bar.share < 0;
        has_positive = has_positive || bar.share > 0;
    }
    geometry.zero = !has_negative ? 0 : has_positive ? 0.5 : 1;
    geometry.label_width = std::min(geometry.label_width, area.width() * 0.35);
    return geometry;
}

void paintBars(
    QPainter& painter, const BarsGeometry& geometry, const std::vector<Bar>& bars, const FigureStyle& style)
{
    const double factor = fontFactor(geometry.pitch, style);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(bars.size()); ++i) {
        const Bar& bar = bars[std::size_t(i)];
        const QRectF line = geometry.lineRect(i);
        const QRectF track = geometry.trackRect(i);
        const double radius = std::min(4.0, track.height() / 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.palette.chip);
        painter.drawRoundedRect(track, radius, radius);

        const QColor strong = bar.share < 0 ? style.palette.key : style.palette.selected;
        painter.setBrush(bar.is_chosen ? strong : mixed(style.palette.card, strong, 0.5));
        const double full = track.width() * std::max(geometry.zero, 1 - geometry.zero);
        const double length = std::max(bar.share == 0 ? 0.0 : 2.0, full * std::min(1.0, std::abs(bar.share)));
        const double zero = track.left() + track.width() * geometry.zero;
        const double left = bar.share < 0 ? zero - length : zero;
        painter.drawRoundedRect(QRectF(left, track.top(), length, track.height()), radius, radius);
        if (bar.is_selected) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(style.palette.selected, 1.5));
            painter.drawRoundedRect(track.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5);
        }
        const QFont font = style.scaledFont(factor, bar.is_chosen);
        painter.setFont(font);
        painter.setPen(bar.is_faint ? style.palette.faint_ink : style.palette.ink);
        const QRectF label(line.left(), line.top(), geometry.label_width - 10, line.height());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(bar.label, Qt::ElideMiddle, label.width()));
        painter.setFont(style.scaledFont(factor * 0.9, bar.is_chosen));
        painter.setPen(bar.is_chosen ? style.palette.ink : style.palette.faint_ink);
        painter.drawText(QRectF(track.right() + 8, line.top(), geometry.number_width - 8, line.height()),
            Qt::AlignLeft | Qt::AlignVCenter, bar.number);
    }
    painter.restore();
}

} // namespace glassformer
