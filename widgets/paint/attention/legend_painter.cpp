#include "widgets/paint/attention/legend_painter.h"

#include "widgets/look/number_text.h"
#include "widgets/paint/vector_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace glassformer {
namespace {

struct LegendText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::LegendText)
};

} // namespace

void paintLegend(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    int beyond, const FigureStyle& style)
{
    QStringList parts;
    if (const int count = noNumbers(content); count > 0)
        parts << LegendText::tr("× no number: %L1").arg(count);
    if (const std::size_t count = rowsWithOtherSum(content).size(); count > 0)
        parts << LegendText::tr("◂ rows that do not sum to 1: %L1").arg(count);
    if (beyond > 0)
        //: of numbers; how many, and the size of the largest
        parts << LegendText::tr("▴ beyond the colours: %L1, up to ±%2")
                     .arg(beyond)
                     .arg(numberText(*content.farthest, *content.farthest < 10 ? 2 : 0));
    if (parts.isEmpty())
        return;
    painter.setFont(style.scaledFont(0.76));
    painter.setPen(style.palette.ink);
    const QString text = parts.join(QStringLiteral("   "));
    // Below the bar, or as far to the left as it has to begin.
    QRectF line = geometry.legend;
    const double missing = QFontMetricsF(painter.font()).horizontalAdvance(text) - line.width();
    line.setLeft(std::max(geometry.area.left(), line.left() - std::max(0.0, missing)));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
}

void paintFarMarks(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (!content.farthest)
        return;
    const double nearest = style.em() * 0.35; // marks that would cover each other are one
    double last = -nearest;
    const auto [first, end] = geometry.seenColumns();
    for (int column = first; column < end; ++column) {
        const double x = geometry.columnRect(column).center().x();
        if (x - last < nearest || x < geometry.frame.left() || x > geometry.frame.right())
            continue;
        for (int row = 0; row < content.rows; ++row)
            if (isBeyond(content, content.at(row, column))) {
                paintFarMark(painter, {x, geometry.frame.bottom() + style.em() * 0.38}, style);
                last = x;
                break;
            }
    }
}

void paintSumMarks(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.palette.positive);
    const double size = std::clamp(geometry.cellHeight() * 0.5, 2.0, style.em() * 0.5);
    for (const int row : rowsWithOtherSum(content)) {
        const QPointF tip(geometry.frame.right() + 2, geometry.rowRect(row).center().y());
        if (tip.y() >= geometry.frame.top() && tip.y() <= geometry.frame.bottom())
            painter.drawPolygon(
                QPolygonF{tip, tip + QPointF(size, -size / 2), tip + QPointF(size, size / 2)});
    }
}

} // namespace glassformer
