#include "widgets/comparison/patch_map.h"

#include "widgets/comparison/record_content.h"
#include "widgets/look/number_text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace glassformer {

void PatchMap::setPath(std::vector<int> columns)
{
    m_path = std::move(columns);
    update();
}

QString PatchMap::cellText(int row, int column) const
{
    const HeatmapContent& shown = content();
    const float share = shown.at(row, column);
    const auto name = [](const std::vector<AxisLabel>& labels, int index) {
        return index < int(labels.size()) ? labels[std::size_t(index)].text : QString::number(index + 1);
    };
    //: layer 2, tired/wide: 72 % of the way
    return ComparisonText::tr("%1, %2: %3")
        .arg(name(shown.row_labels, row), name(shown.column_labels, column),
            isMasked(share) ? ComparisonText::tr("not known")
                            : ComparisonText::tr("%1 of the way").arg(percentText(share)));
}

void PatchMap::paintPath(QPainter& painter, const HeatmapGeometry& geometry, const FigureStyle& style) const
{
    std::vector<QPointF> points;
    QPainterPath line;
    for (int row = 0; row < std::min(int(m_path.size()), content().rows); ++row)
        if (const int column = m_path[std::size_t(row)]; column >= 0 && column < content().columns) {
            // Along the edges of cells: the numbers stand in their middle.
            const QRectF cell = geometry.cellRect(row, column);
            const double x = cell.left() + 1;
            if (!points.empty()) {
                line.lineTo(points.back().x(), cell.top());
                line.lineTo(x, cell.top());
                line.lineTo(x, cell.center().y());
            } else {
                line.moveTo(x, cell.center().y());
            }
            points.emplace_back(x, cell.center().y());
        }
    if (points.empty())
        return;
    painter.save();
    painter.setClipRect(geometry.frame.adjusted(-1, -1, 1, 1));
    painter.setRenderHint(QPainter::Antialiasing);
    // On cells of any colour: a dark line in a light one, or the other way round.
    for (const auto& [colour, width] :
        {std::pair(style.palette.card, 5.0), std::pair(style.palette.ink, 2.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(line);
    }
    painter.setPen(QPen(style.palette.card, 1.2));
    painter.setBrush(style.palette.ink);
    const double radius = std::clamp(std::min(geometry.cellWidth(), geometry.cellHeight()) / 10, 1.5, 3.0);
    for (const QPointF& point : points)
        painter.drawEllipse(point, radius, radius);
    painter.restore();
}

void PatchMap::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    Heatmap::paintPicture(painter, area, style);
    paintPath(painter, layoutHeatmap(area, content(), style), style);
}

void PatchMap::paintEvent(QPaintEvent* event)
{
    Heatmap::paintEvent(event);
    if (content().isEmpty())
        return;
    QPainter painter(this);
    paintPath(painter, geometryNow(), figureStyle());
}

} // namespace glassformer
