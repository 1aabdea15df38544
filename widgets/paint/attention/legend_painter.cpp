#include "widgets/paint/attention/legend_painter.h"

#include <QCoreApplication>
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
    const FigureStyle& style)
{
    QStringList parts;
    if (const int count = noNumbers(content); count > 0)
        parts << LegendText::tr("× no number: %L1").arg(count);
    if (const std::size_t count = rowsWithOtherSum(content).size(); count > 0)
        parts << LegendText::tr("◂ rows that do not sum to 1: %L1").arg(count);
    if (parts.isEmpty())
        return;
    painter.setFont(style.scaledFont(0.76));
    painter.setPen(style.palette.ink);
    painter.drawText(geometry.legend, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        parts.join(QStringLiteral("   ")));
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
