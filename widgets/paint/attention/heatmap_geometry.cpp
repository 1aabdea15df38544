#include "widgets/paint/attention/heatmap_geometry.h"

#include "widgets/paint/attention/colour_bar_painter.h"
#include "widgets/paint/axis_labels.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace glassformer {

namespace {

constexpr double label_gap = 6;
constexpr double largest_share = 0.32; // of the width, for the labels of rows
constexpr double highest_cell = 3.2; // em: larger ones show nothing more

/** Size in which labels are measured: that of the cells if all of the area were theirs. */
double roughCellSize(const QRectF& area, const HeatmapContent& content)
{
    const double by_height = area.height() * 0.75 / std::max(1, content.rows);
    if (content.column_kind != ColumnKind::Tokens)
        return by_height;
    return std::min(by_height, area.width() * 0.8 / std::max(1, content.columns));
}

std::function<double(const AxisLabel&)> widthBy(const QFontMetricsF& metrics)
{
    return [&metrics](const AxisLabel& label) { return metrics.horizontalAdvance(label.text); };
}

int rowLevels(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    return labelLevels(style, cell_size, stanceOf(content.row_labels) == LabelStance::Upright);
}

int columnLevels(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    return content.column_kind == ColumnKind::Tokens
        ? labelLevels(style, cell_size, stanceOf(content.column_labels) == LabelStance::Upright)
        : 1;
}

double rowLabelWidth(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    if (content.row_labels.empty())
        return 1;
    const bool is_cjk = stanceOf(content.row_labels) == LabelStance::Upright;
    const int levels = rowLevels(content, style, cell_size);
    const QFontMetricsF metrics(labelFont(style, cell_size * levels, is_cjk));
    // Two pixels more than measured: the chosen label is bold.
    const double room = labelRoom(content.row_labels, style.em(), widthBy(metrics)) * 1.14 + 2;
    return room * levels + label_gap;
}

double columnLabelHeight(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    const double em = style.em();
    if (content.column_kind != ColumnKind::Tokens)
        return em * (content.column_kind == ColumnKind::Blocks ? 1.25 : 1.1);
    if (stanceOf(content.column_labels) == LabelStance::Upright) {
        const int levels = columnLevels(content, style, cell_size);
        const QFontMetricsF metrics(labelFont(style, cell_size * levels, true));
        const auto length = [&](const AxisLabel& label) {
            return uprightLength(label, metrics, cell_size * levels);
        };
        return labelRoom(content.column_labels, em, length) * levels + label_gap;
    }
    const QFontMetricsF metrics(columnLabelFont(style, cell_size));
    const double room = labelRoom(content.column_labels, em, widthBy(metrics));
    return (room + metrics.height()) * std::numbers::sqrt2 / 2 + label_gap;
}

/** The last label leans out to the right of its column. */
double overhang(const HeatmapContent& content, const FigureStyle& style, double cell_size)
{
    if (content.column_kind != ColumnKind::Tokens || content.column_labels.empty()
        || stanceOf(content.column_labels) == LabelStance::Upright)
        return 2;
    const QFontMetricsF metrics(columnLabelFont(style, cell_size));
    const std::function width = widthBy(metrics);
    const std::vector<AxisLabel>& labels = content.column_labels;
    const double room = labelRoom(labels, style.em(), width);
    double result = 2;
    for (std::size_t i = 0; i < labels.size(); ++i)
        result = std::max(result,
            std::min(width(labels[i]), room) * std::numbers::sqrt2 / 2
                - (double(labels.size() - i) - 0.5) * cell_size);
    return result + 4;
}

double colourBarHeight(const HeatmapContent& content, const FigureStyle& style)
{
    return content.has_colour_bar ? style.em() * (needsLegend(content) ? 3.5 : 2.3) : 3;
}

std::pair<int, int> seenPart(double begin, double end, double cell, int count)
{
    if (cell <= 0)
        return {0, 0};
    // What only touches the frame is not seen: a share of a cell is lost in the last digits.
    constexpr double touch = 1e-6;
    return {std::clamp(int(std::floor(begin / cell + touch)), 0, count),
        std::clamp(int(std::ceil(end / cell - touch)), 0, count)};
}

/** Right of the colour bar, which becomes shorter where there is no room beside it. */
void placeScaleName(HeatmapGeometry& geometry, const QRectF& area, const FigureStyle& style)
{
    const double em = style.em(), width = scaleNameWidth(style);
    QRectF& bar = geometry.colour_bar;
    bar.setWidth(std::max(em * 4, std::min(bar.width(), area.right() - bar.left() - width - em * 0.8)));
    geometry.scale_name = QRectF(bar.right() + em * 0.8, bar.top(), width, bar.height());
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

std::pair<int, int> HeatmapGeometry::seenRows() const
{
    return seenPart(frame.top() - cells.top(), frame.bottom() - cells.top(), cellHeight(), rows);
}

std::pair<int, int> HeatmapGeometry::seenColumns() const
{
    return seenPart(frame.left() - cells.left(), frame.right() - cells.left(), cellWidth(), columns);
}

std::optional<QPoint> HeatmapGeometry::cellAt(const QPointF& position) const
{
    if (rows <= 0 || columns <= 0 || !frame.contains(position))
        return std::nullopt;
    const int column = std::min(int((position.x() - cells.left()) / cellWidth()), columns - 1);
    const int row = std::min(int((position.y() - cells.top()) / cellHeight()), rows - 1);
    return QPoint(column, row);
}

std::optional<int> HeatmapGeometry::rowLabelAt(const QPointF& position) const
{
    const QRectF labels(frame.left() - row_label_width, frame.top(), row_label_width, frame.height());
    if (rows <= 0 || !labels.contains(position))
        return std::nullopt;
    return std::min(int((position.y() - cells.top()) / cellHeight()), rows - 1);
}

std::optional<int> HeatmapGeometry::columnLabelAt(const QPointF& position) const
{
    const double above = frame.top() - position.y();
    const double x = labels_lean ? position.x() - above : position.x();
    if (columns <= 0 || above < 0 || above > column_label_height || x < frame.left() || x >= frame.right())
        return std::nullopt;
    return std::min(int((x - cells.left()) / cellWidth()), columns - 1);
}

HeatmapGeometry layoutHeatmap(const QRectF& area, const HeatmapContent& content, const FigureStyle& style)
{
    HeatmapGeometry geometry;
    geometry.area = area;
    geometry.rows = content.rows;
    geometry.columns = content.columns;
    if (content.isEmpty())
        return geometry;
    const double rough = roughCellSize(area, content);
    const double names = rowLabelWidth(content, style, rough);
    geometry.row_label_width = std::min(names, area.width() * largest_share + label_gap);
    geometry.row_levels = rowLevels(content, style, rough);
    geometry.column_levels = columnLevels(content, style, rough);
    geometry.labels_lean =
        content.column_kind == ColumnKind::Tokens && stanceOf(content.column_labels) == LabelStance::Leaning;
    geometry.column_label_height = columnLabelHeight(content, style, rough);
    const double marks = content.rows_sum_to_one ? style.em() * 0.6 + 3 : 0;
    const double right = std::max(overhang(content, style, rough), marks);
    const double bar = colourBarHeight(content, style);
    QRectF room = area.adjusted(geometry.row_label_width, geometry.column_label_height, -right, -bar);
    if (room.width() < 4 || room.height() < 4)
        room.setSize({std::max(room.width(), 4.0), std::max(room.height(), 4.0)});

    if (content.column_kind == ColumnKind::Tokens) {
        const double cell = std::min(
            {room.width() / content.columns, room.height() / content.rows, style.em() * highest_cell});
        const QSizeF size(cell * content.columns, cell * content.rows);
        // What the cells do not need is for long names.
        const double more =
            std::clamp(room.width() - size.width(), 0.0, std::max(0.0, names - geometry.row_label_width));
        geometry.row_label_width += more;
        room.setLeft(room.left() + more);
        const double spare = room.width() - size.width();
        geometry.cells = QRectF(QPointF(room.left() + spare / 2, room.top()), size);
    } else {
        room.setHeight(std::min(room.height(), content.rows * style.em() * highest_cell));
        geometry.cells = room;
    }
    geometry.frame = geometry.cells;
    if (content.has_colour_bar) {
        const double top = geometry.cells.bottom() + style.em() * 0.55;
        geometry.colour_bar = QRectF(geometry.cells.left(), top, geometry.cells.width(), style.em() * 1.7);
        const double wanted =
            std::min(std::max(geometry.cells.width(), style.em() * 9), area.right() - geometry.cells.left());
        const double width = std::min(wanted, style.em() * 28);
        geometry.colour_bar.setWidth(width);
        if (needsLegend(content))
            geometry.legend =
                QRectF(geometry.colour_bar.left(), geometry.colour_bar.bottom() + style.em() * 0.1,
                    area.right() - geometry.colour_bar.left(), style.em() * 1.1);
        if (content.shared_limit > 0)
            placeScaleName(geometry, area, style);
    }
    return geometry;
}

QSizeF smallestHeatmap(const HeatmapContent& content, const FigureStyle& style)
{
    const double em = style.em();
    const double cell = std::max(6.0, em * closestLines(content.row_labels));
    const double labels = columnLabelHeight(content, style, cell);
    // Beyond that cells get finer instead: a picture that must be scrolled shows no pattern.
    const bool has_tokens = content.column_kind == ColumnKind::Tokens;
    const double most = em * (has_tokens ? 26 : 18); // vectors have another picture below them
    const double height = std::min(content.rows * cell, most) + labels + colourBarHeight(content, style);
    const double names = stanceOf(content.row_labels) == LabelStance::Upright ? 5 : 5.5; // of rows, in em
    const double width = has_tokens ? std::min(content.columns * cell, em * 10.5) + em * names
                                    : std::max(em * 9.5, std::min(content.columns * 1.2, em * 12));
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
