#include "widgets/paint/token_axis_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

bool isShown(int index, int stride, const std::optional<int>& chosen)
{
    if (chosen && index == *chosen)
        return true;
    // Neighbours of the chosen label step aside for it.
    return index % stride == 0 && (!chosen || stride == 1 || std::abs(index - *chosen) >= stride);
}

QColor labelColour(const AxisLabel& label, bool is_chosen, const QColor& role, const Palette& palette)
{
    if (is_chosen)
        return role;
    return label.is_faint ? mixed(palette.faint_ink, palette.card, 0.35) : palette.ink;
}

QColor rowRole(const HeatmapContent& content, const Palette& palette)
{
    return content.rows_are_queries ? palette.query : palette.selected;
}

void paintTokenColumns(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const QFont font = columnLabelFont(style, geometry.cellWidth());
    QFont bold = font;
    bold.setBold(true);
    const QFontMetricsF metrics(font);
    const int stride = labelStride(geometry.cellWidth() / std::numbers::sqrt2, font);
    const double room = (geometry.column_label_height - 4) * std::numbers::sqrt2 - metrics.height() / 2;
    for (int column = 0; column < int(content.column_labels.size()); ++column) {
        if (!isShown(column, stride, content.column))
            continue;
        const bool is_chosen = content.column == column;
        const AxisLabel& label = content.column_labels[std::size_t(column)];
        painter.save();
        painter.setFont(is_chosen ? bold : font);
        painter.setPen(labelColour(label, is_chosen, style.palette.key, style.palette));
        const QRectF cell = geometry.columnRect(column);
        painter.translate(cell.center().x() + metrics.ascent() * 0.18, cell.top() - 4);
        painter.rotate(-45);
        const QFontMetricsF used(is_chosen ? bold : font);
        painter.drawText(
            QPointF(0, metrics.ascent() * 0.3), used.elidedText(label.text, Qt::ElideRight, room + 2));
        painter.restore();
    }
}

/** 1, 2, 4, 8, 16 ...: the first at which labels do not touch. */
int tickDistance(double cell_width, double label_width)
{
    int distance = 1;
    while (distance * cell_width < label_width * 1.7 && distance < 1 << 20)
        distance *= 2;
    return distance;
}

void paintDimensionTicks(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const QFont font = style.scaledFont(0.74);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(QString::number(content.columns));
    const int distance = tickDistance(geometry.cellWidth(), width);
    painter.setFont(font);
    const auto label = [&](int column, const QColor& colour) {
        const QRectF cell = geometry.columnRect(column);
        painter.setPen(colour);
        const QRectF box(cell.center().x() - 60, cell.top() - metrics.height() - 3, 120, metrics.height());
        painter.drawText(box, Qt::AlignCenter, QString::number(column));
    };
    for (int column = 0; column < content.columns; column += distance) {
        const bool collides =
            content.column && std::abs(column - *content.column) * geometry.cellWidth() < width * 1.6;
        if (!collides)
            label(column, style.palette.faint_ink);
    }
    if (content.column && *content.column < content.columns) {
        QFont bold = font;
        bold.setBold(true);
        painter.setFont(bold);
        label(*content.column, content.rows_are_queries ? style.palette.key : style.palette.selected);
    }
}

void paintBlockHeadings(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const double block_width = geometry.cellWidth() * content.block_size;
    for (int block = 0; block < int(content.column_labels.size()); ++block) {
        const bool is_chosen = content.block == block;
        const QFont font = style.scaledFont(0.84, is_chosen);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(is_chosen ? style.palette.key : style.palette.faint_ink);
        const QRectF box(geometry.cells.left() + block * block_width,
            geometry.cells.top() - metrics.height() - 3, block_width, metrics.height());
        // A narrow block keeps its number and gives up the word.
        const QString& text = content.column_labels[std::size_t(block)].text;
        const bool fits = metrics.horizontalAdvance(text) <= block_width - 2;
        painter.drawText(box, Qt::AlignCenter, fits ? text : QString::number(block + 1));
    }
}

} // namespace

void paintRowLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const QFont font = labelFont(style, geometry.cellHeight());
    QFont bold = font;
    bold.setBold(true);
    const QFontMetricsF metrics(font);
    const int stride = labelStride(geometry.cellHeight(), font);
    for (int row = 0; row < int(content.row_labels.size()); ++row) {
        if (!isShown(row, stride, content.row))
            continue;
        const bool is_chosen = content.row == row;
        const AxisLabel& label = content.row_labels[std::size_t(row)];
        const QFont& used = is_chosen ? bold : font;
        painter.setFont(used);
        painter.setPen(labelColour(label, is_chosen, rowRole(content, style.palette), style.palette));
        const double width = geometry.row_label_width - 6;
        const QRectF box(geometry.cells.left() - 6 - width,
            geometry.rowRect(row).center().y() - metrics.height() / 2, width, metrics.height());
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter,
            QFontMetricsF(used).elidedText(label.text, Qt::ElideRight, width));
    }
}

void paintColumnLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    switch (content.column_kind) {
    case ColumnKind::Tokens:
        return paintTokenColumns(painter, geometry, content, style);
    case ColumnKind::Dimensions:
        return paintDimensionTicks(painter, geometry, content, style);
    case ColumnKind::Blocks:
        return paintBlockHeadings(painter, geometry, content, style);
    }
}

} // namespace glassformer
