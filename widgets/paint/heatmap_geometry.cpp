#include "widgets/paint/heatmap_geometry.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr double label_gap = 6;
constexpr double widest_label = 11; // in em; longer tokens are cut with an ellipsis

double widestText(const std::vector<AxisLabel>& labels, const QFontMetricsF& metrics)
{
    double widest = 0;
    for (const AxisLabel& label : labels)
        widest = std::max(widest, metrics.horizontalAdvance(label.text));
    return widest;
}

/** Size in which labels are measured: that of the cells if all of the area were theirs. */
double roughCellSize(const QRectF& area, const HeatmapContent& content)
{
    const double by_height = area.height() * 0.75 / std::max(1, content.rows);
    if (content.column_kind != ColumnKind::Tokens)
        return by_height;
    return std::min(by_height, area.width() * 0.8 / std::max(1, content.columns));
}

double columnLabelHeight(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    const double em = style.em();
    if (content.column_kind == ColumnKind::Tokens) {
        const QFontMetricsF metrics(columnLabelFont(style, cell_size));
        const double width = std::min(widestText(content.column_labels, metrics), widest_label * em);
        return (width + metrics.height()) * std::numbers::sqrt2 / 2 + label_gap;
    }
    return em * (content.column_kind == ColumnKind::Blocks ? 1.25 : 1.1);
}

/** The last label leans out to the right of its column. */
double overhang(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    if (content.column_kind != ColumnKind::Tokens || content.column_labels.empty())
        return 2;
    const QFontMetricsF metrics(columnLabelFont(style, cell_size));
    double result = 2;
    const std::size_t count = content.column_labels.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double width =
            std::min(metrics.horizontalAdvance(content.column_labels[i].text), widest_label * style.em());
        result = std::max(result, width * std::numbers::sqrt2 / 2 - (double(count - i) - 0.5) * cell_size);
    }
    return result + 4;
}

double colourBarHeight(const HeatmapContent& content, const FigureStyle& style)
{
    return content.has_colour_bar ? style.em() * 2.3 : 3;
}

} // namespace

QRectF HeatmapGeometry::cellRect(int row, int column) const
{
    return {cells.left() + column * cellWidth(), cells.top() + row * cellHeight(), cellWidth(), cellHeight()};
}

QRectF HeatmapGeometry::rowRect(int row) const
{
    return {cells.left(), cells.top() + row * cellHeight(), cells.width(), cellHeight()};
}

QRectF HeatmapGeometry::columnRect(int column) const
{
    return {cells.left() + column * cellWidth(), cells.top(), cellWidth(), cells.height()};
}

std::optional<QPoint> HeatmapGeometry::cellAt(const QPointF& position) const
{
    if (rows <= 0 || columns <= 0 || !cells.contains(position))
        return std::nullopt;
    const int column = std::min(int((position.x() - cells.left()) / cellWidth()), columns - 1);
    const int row = std::min(int((position.y() - cells.top()) / cellHeight()), rows - 1);
    return QPoint(column, row);
}

QFont labelFont(const FigureStyle& style, double cell_size)
{
    const double wanted = cell_size * 0.95 / std::max(1.0, style.em());
    return style.scaledFont(std::clamp(wanted, 0.62, 1.0));
}

QFont columnLabelFont(const FigureStyle& style, double cell_size)
{
    return labelFont(style, cell_size * 0.8);
}

int labelStride(double line_distance, const QFont& font)
{
    return std::max(1, int(std::ceil(font.pixelSize() * 0.85 / std::max(0.5, line_distance))));
}

HeatmapGeometry layoutHeatmap(const QRectF& area, const HeatmapContent& content, const FigureStyle& style)
{
    HeatmapGeometry geometry;
    geometry.rows = content.rows;
    geometry.columns = content.columns;
    if (content.isEmpty())
        return geometry;
    const double rough = roughCellSize(area, content);
    const QFontMetricsF metrics(labelFont(style, rough));
    // Two pixels more than measured: the chosen label is bold.
    const double widest = widestText(content.row_labels, metrics) * 1.14 + 2;
    geometry.row_label_width = content.row_labels.empty()
        ? 1
        : std::min({widest, widest_label * style.em(), area.width() * 0.34}) + label_gap;
    geometry.column_label_height = columnLabelHeight(content, style, rough);
    const double right = overhang(content, style, rough);
    const double bar = colourBarHeight(content, style);
    QRectF room = area.adjusted(geometry.row_label_width, geometry.column_label_height, -right, -bar);
    if (room.width() < 4 || room.height() < 4)
        room.setSize({std::max(room.width(), 4.0), std::max(room.height(), 4.0)});

    if (content.column_kind == ColumnKind::Tokens) {
        const double cell =
            std::min({room.width() / content.columns, room.height() / content.rows, style.em() * 3.2});
        const QSizeF size(cell * content.columns, cell * content.rows);
        const double spare = room.width() - size.width();
        geometry.cells = QRectF(QPointF(room.left() + spare / 2, room.top()), size);
    } else {
        room.setHeight(std::min(room.height(), content.rows * style.em() * 2.0));
        geometry.cells = room;
    }
    if (content.has_colour_bar) {
        const double top = geometry.cells.bottom() + style.em() * 0.55;
        geometry.colour_bar = QRectF(geometry.cells.left(), top, geometry.cells.width(), style.em() * 1.7);
        const double wanted =
            std::min(std::max(geometry.cells.width(), style.em() * 9), area.right() - geometry.cells.left());
        const double width = std::min(wanted, style.em() * 28);
        geometry.colour_bar.setWidth(width);
    }
    return geometry;
}

QSizeF smallestHeatmap(const HeatmapContent& content, const FigureStyle& style)
{
    const double em = style.em();
    const double cell = std::max(6.0, em * 0.62);
    const double labels = columnLabelHeight(content, style, cell);
    // Beyond that cells get finer instead: a picture that must be scrolled shows no pattern.
    const double most = em * 26;
    const double height = std::min(content.rows * cell, most) + labels + colourBarHeight(content, style);
    const double width = content.column_kind == ColumnKind::Tokens
        ? std::min(content.columns * cell, em * 16) + em * 7
        : std::max(em * 9.5, std::min(content.columns * 1.2, em * 14));
    return {width, std::max(height, em * 5)};
}

QSizeF naturalHeatmap(const HeatmapContent& content, const FigureStyle& style)
{
    const double em = style.em();
    const double cell = em * 1.55;
    const double extra = columnLabelHeight(content, style, cell) + colourBarHeight(content, style);
    const double width =
        content.column_kind == ColumnKind::Tokens ? content.columns * cell + em * 9 : em * 40;
    // A long text would be thousands of pixels tall, most of them off the screen.
    const double most = em * 40;
    return {width, std::min(content.rows * cell, most) + extra};
}

} // namespace glassformer
