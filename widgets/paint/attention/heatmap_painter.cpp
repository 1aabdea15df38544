#include "widgets/paint/attention/heatmap_painter.h"

#include "widgets/look/number_text.h"
#include "widgets/paint/attention/cell_filler.h"
#include "widgets/paint/attention/cell_image.h"
#include "widgets/paint/attention/colour_bar_painter.h"
#include "widgets/paint/attention/legend_painter.h"
#include "widgets/paint/words/token_axis_painter.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace glassformer {

namespace {

/** Cells narrower than this would be a blur of edges when drawn one by one on a pixel grid. */
constexpr double finest_cell = 2.5;
/** In a file of vectors more cells would be so many objects that no program opens it gladly. */
constexpr int most_vector_cells = 200'000;
constexpr int largest_bitmap = 8192; ///< pixels a side, of such a file
constexpr int largest_enlarged = 2048; ///< pixels a side
constexpr double smallest_dotted = 4; ///< pixels of a cell that has room for a dot

double smallestSide(const HeatmapGeometry& geometry)
{
    return std::min(geometry.cellWidth(), geometry.cellHeight());
}

/** What a screen can show of a thousand columns. */
void paintAsImage(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const ColourScale& scale, const FigureStyle& style)
{
    // A file can be enlarged: it has all cells.
    const QSizeF room = paintsPixels(painter) ? geometry.cells.size() * painter.deviceTransform().m11()
                                              : QSizeF(largest_bitmap, largest_bitmap);
    QImage image = cellImage(content, scale, style.palette,
        QSize(std::max(1, int(room.width())), std::max(1, int(room.height()))));
    if (!paintsPixels(painter)) {
        // And smooths what it enlarges: several pixels for a cell keep its edges.
        const int times = std::clamp(largest_enlarged / std::max(image.width(), image.height()), 1, 4);
        image = image.scaled(image.size() * times);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(geometry.cells, image);
}

/** Neighbours of equal colour become one rectangle: fewer objects in an exported file, same picture. */
void paintAsRectangles(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const ColourScale& scale, double gap)
{
    painter.setPen(Qt::NoPen);
    CellFiller filler(painter);
    const auto [first_row, end_row] = geometry.seenRows();
    const auto [first_column, last_column] = geometry.seenColumns();
    for (int row = first_row; row < end_row; ++row) {
        int column = first_column;
        while (column < last_column) {
            const auto colour_at = [&](int at) {
                const float value = content.at(row, at);
                return scale.colour(std::isfinite(value) ? value : NAN);
            };
            const QColor colour = colour_at(column);
            int end = column + 1;
            while (gap == 0 && end < last_column && colour_at(end) == colour)
                ++end;
            const QRectF first = geometry.cellRect(row, column);
            const QRectF last = geometry.cellRect(row, end - 1);
            if (colour.alpha() > 0)
                filler.fill(QRectF(first.topLeft(), last.bottomRight()).adjusted(0, 0, -gap, -gap), colour);
            column = end;
        }
    }
}

/** Cells without a number, each row's neighbours together: strokes in cells as small as these would be a blot. */
void paintFineCellsWithoutNumber(QPainter& painter, const HeatmapGeometry& geometry,
    const HeatmapContent& content, const FigureStyle& style)
{
    CellFiller filler(painter);
    const auto [first_row, end_row] = geometry.seenRows();
    const auto [first_column, end_column] = geometry.seenColumns();
    for (int row = first_row; row < end_row; ++row)
        for (int column = first_column, end = column; column < end_column; column = end + 1) {
            end = column;
            while (end < end_column && !std::isfinite(content.at(row, end)))
                ++end;
            if (end > column)
                filler.fill(geometry.cellRect(row, column) | geometry.cellRect(row, end - 1),
                    maskedColour(style.palette));
        }
}

/** What is beyond the colours has a dot in its cell. */
void paintFarCells(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const ColourScale& scale)
{
    if (!content.farthest || smallestSide(geometry) < smallest_dotted)
        return;
    painter.setPen(Qt::NoPen);
    const double radius = std::min(2.0, smallestSide(geometry) / 5);
    const auto [first_row, end_row] = geometry.seenRows();
    const auto [first_column, end_column] = geometry.seenColumns();
    for (int row = first_row; row < end_row; ++row)
        for (int column = first_column; column < end_column; ++column)
            if (const float value = content.at(row, column); isBeyond(content, value)) {
                painter.setBrush(readableOn(scale.colour(value)));
                painter.drawEllipse(geometry.cellRect(row, column).center(), radius, radius);
            }
}

/** What a query may not see is struck, so that it differs from "sees, but gives no weight"; what is no number, crossed. */
void paintCellsWithoutNumber(QPainter& painter, const HeatmapGeometry& geometry,
    const HeatmapContent& content, const FigureStyle& style)
{
    std::vector<QLineF> struck, crossed;
    std::optional<CellFiller> filler(std::in_place, painter);
    const auto [first_row, end_row] = geometry.seenRows();
    const auto [first_column, end_column] = geometry.seenColumns();
    for (int row = first_row; row < end_row; ++row) {
        for (int column = first_column; column < end_column; ++column) {
            const float value = content.at(row, column);
            if (std::isfinite(value))
                continue;
            const QRectF cell = geometry.cellRect(row, column).adjusted(0, 0, -1, -1);
            filler->fill(cell, maskedColour(style.palette));
            std::vector<QLineF>& lines = isNoNumber(value) ? crossed : struck;
            lines.emplace_back(cell.bottomLeft(), cell.topRight());
            if (isNoNumber(value))
                lines.emplace_back(cell.topLeft(), cell.bottomRight());
        }
    }
    filler.reset(); // below the lines
    painter.setPen(QPen(maskStroke(style.palette), 1));
    painter.drawLines(struck.data(), int(struck.size()));
    painter.setPen(QPen(style.palette.ink, 1.4));
    painter.drawLines(crossed.data(), int(crossed.size()));
}

void paintNumbers(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const ColourScale& scale, const FigureStyle& style)
{
    const bool is_weights = content.colours == HeatmapColours::Weights;
    const QString sample = is_weights ? QStringLiteral("0.00") : QStringLiteral("−0.0");
    double factor = 0.8;
    while (factor > 0.65 // smaller ones nobody reads
        && QFontMetricsF(style.scaledFont(factor)).horizontalAdvance(sample) > geometry.cellWidth() - 4)
        factor -= 0.04;
    const QFont font = style.scaledFont(factor);
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(sample) > geometry.cellWidth() - 1
        || metrics.height() > geometry.cellHeight() + 1)
        return;
    painter.setFont(font);
    const auto [first_row, end_row] = geometry.seenRows();
    const auto [first_column, end_column] = geometry.seenColumns();
    for (int row = first_row; row < end_row; ++row) {
        for (int column = first_column; column < end_column; ++column) {
            const float value = content.at(row, column);
            const bool is_chosen = content.row == row;
            // Weights near zero say so by their colour; their numbers would drown the others.
            if (!std::isfinite(value) || (is_weights && value < (is_chosen ? 0.01f : 0.1f)))
                continue;
            painter.setPen(readableOn(mixed(style.palette.card, scale.colour(value), 1)));
            const QString text =
                is_weights ? weightText(value) : fixedText(value, std::abs(value) >= 10 ? 0 : 1);
            painter.drawText(geometry.cellRect(row, column), Qt::AlignCenter, text);
        }
    }
}

void paintLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    paintRowLabels(painter, geometry, content, style);
    paintColumnLabels(painter, geometry, content, style);
    paintAxisNames(painter, geometry, content, style);
    paintSumMarks(painter, geometry, content, style);
}

/** Over everything that is not to be seen yet. */
void paintCover(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (content.cover.open == Cover::Open::All)
        return;
    QPainterPath open;
    open.setFillRule(Qt::WindingFill); // the chosen row may be among the first ones
    const bool has_row = content.row && *content.row < content.rows;
    const bool has_cell = has_row && content.column && *content.column < content.columns;
    if (content.cover.open == Cover::Open::Cell && has_cell)
        open.addRect(geometry.cellRect(*content.row, *content.column));
    else if (content.cover.open != Cover::Open::Nothing && has_row)
        open.addRect(geometry.rowRect(*content.row));
    if (content.cover.open == Cover::Open::Rows)
        open.addRect(QRectF(geometry.cells.topLeft(),
            QSizeF(geometry.cells.width(),
                std::floor(content.cover.share * content.rows) * geometry.cellHeight())));
    QPainterPath covered;
    covered.addRect(geometry.frame);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(covered.subtracted(open.simplified()), style.palette.chip);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintFrame(QPainter& painter, const QRectF& rect, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

/** Between two cells. */
double gapOf(const HeatmapGeometry& geometry)
{
    return smallestSide(geometry) >= 9 ? 1 : 0;
}

/** On the gap of the last cells; where there is none, outside: these cells have no pixel to spare. */
void paintEdge(QPainter& painter, const HeatmapGeometry& geometry, const FigureStyle& style)
{
    const double outside = gapOf(geometry) > 0 ? 0 : 0.5;
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintFrame(painter, geometry.frame.adjusted(-0.5, -0.5, outside, outside), style.palette.border, 1);
}

void paintChoice(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const Palette& palette = style.palette;
    if (content.block && content.block_size > 0) {
        const QRectF first = geometry.columnRect(*content.block * content.block_size);
        paintFrame(painter,
            QRectF(first.left(), first.top(), first.width() * content.block_size, first.height()),
            palette.key, 2);
    }
    for (const int row : content.summed_rows)
        paintFrame(painter, geometry.rowRect(row).adjusted(-0.5, -0.5, 0, 0), palette.query, 1);
    if (content.ends_with_sum) {
        painter.setPen(QPen(palette.ink, 2));
        const QRectF sum = geometry.rowRect(content.rows - 1);
        painter.drawLine(sum.topLeft(), sum.topRight());
    }
    const bool has_row = content.row && *content.row < content.rows;
    if (has_row) {
        const QColor colour = content.rows_are_queries ? palette.query : palette.selected;
        paintFrame(painter, geometry.rowRect(*content.row).adjusted(-0.5, -0.5, 0, 0), colour, 2);
    }
    if (has_row && content.column && *content.column < content.columns) {
        const QRectF cell = geometry.cellRect(*content.row, *content.column);
        // A column of one pixel would vanish under its own frame.
        const double grow = std::max(0.0, 2.5 - cell.width() / 2);
        paintFrame(painter, cell.adjusted(-0.5 - grow, -0.5, grow, 0), palette.key, 2);
    }
}

/** What is enlarged ends at its frame. */
void clipToFrame(QPainter& painter, const HeatmapGeometry& geometry)
{
    if (geometry.isEnlarged())
        painter.setClipRect(geometry.frame.adjusted(-1, -1, 1, 1).toAlignedRect(), Qt::IntersectClip);
}

void paintSeenCells(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const ColourScale scale = colourScaleOf(content, style);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double gap = gapOf(geometry);
    const auto [first_row, end_row] = geometry.seenRows();
    const auto [first_column, end_column] = geometry.seenColumns();
    const bool is_fine = smallestSide(geometry) < finest_cell;
    if (paintsPixels(painter)
            ? is_fine
            : qint64(end_row - first_row) * (end_column - first_column) > most_vector_cells) {
        paintAsImage(painter, geometry, content, scale, style);
    } else {
        if (gap > 0)
            painter.fillRect(geometry.cells, mixed(style.palette.card, style.palette.border, 0.45));
        paintAsRectangles(painter, geometry, content, scale, gap);
        painter.setRenderHint(QPainter::Antialiasing, true);
        if (is_fine)
            paintFineCellsWithoutNumber(painter, geometry, content, style);
        else
            paintCellsWithoutNumber(painter, geometry, content, style);
        paintFarCells(painter, geometry, content, scale);
    }
    paintEdge(painter, geometry, style);
    if (content.shows_numbers)
        paintNumbers(painter, geometry, content, scale, style);
    paintCover(painter, geometry, content, style);
    paintChoice(painter, geometry, content, style);
}

constexpr double widest_frame = 3; ///< pixels that the frame of what is chosen takes around it

/** Where a choice shows: above the cells and left of them by the labels, and in its rows. */
std::vector<QRect> choicePieces(const HeatmapGeometry& geometry, std::span<const int> rows)
{
    const QRectF &area = geometry.area, &frame = geometry.frame;
    const QPointF in(widest_frame, widest_frame); // the edge of the matrix is partly in the strips
    std::vector<QRectF> pieces{QRectF(area.topLeft(), QPointF(area.right(), frame.top()) + in),
        QRectF(area.topLeft(), frame.bottomLeft() + in)};
    for (const int row : rows)
        if (const QRectF cells = geometry.rowRect(row) & frame; !cells.isEmpty())
            pieces.push_back(cells.adjusted(-widest_frame, -widest_frame, widest_frame, widest_frame));
    std::vector<QRect> aligned;
    for (const QRectF& piece : pieces)
        aligned.push_back(piece.toAlignedRect());
    return aligned;
}

/** As if no more of the matrix were seen than a piece and its neighbours, whose far edges lie outside of the piece. */
HeatmapGeometry aroundPiece(const HeatmapGeometry& geometry, const QRect& piece)
{
    const double x = geometry.cellWidth() + 2 * widest_frame, y = geometry.cellHeight() + 2 * widest_frame;
    HeatmapGeometry part = geometry;
    part.frame &= QRectF(piece).adjusted(-x, -y, x, y);
    return part;
}

} // namespace

QRegion choiceRegion(const HeatmapGeometry& geometry, std::span<const int> rows)
{
    if (smallestSide(geometry) < finest_cell)
        return {};
    QRegion region;
    for (const QRect& piece : choicePieces(geometry, rows))
        region += piece;
    return region;
}

void repaintChoice(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style, std::span<const int> rows)
{
    const QRegion all = choiceRegion(geometry, rows);
    QRegion left = all; // nothing is blended twice
    for (const QRect& piece : choicePieces(geometry, rows)) {
        for (const QRect& rect : left& piece) { // edges are blended otherwise where a clip is no rectangle
            painter.save();
            painter.setClipRect(rect);
            painter.setCompositionMode(QPainter::CompositionMode_Clear);
            painter.fillRect(rect, Qt::transparent);
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            clipToFrame(painter, geometry);
            paintSeenCells(painter, aroundPiece(geometry, rect), content, style);
            painter.restore();
        }
        left -= piece;
    }
    painter.save();
    painter.setClipRegion(all);
    paintLabels(painter, geometry, content, style);
    painter.restore();
}

void paintHeatmapCells(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (content.isEmpty())
        return;
    painter.save();
    clipToFrame(painter, geometry);
    paintSeenCells(painter, geometry, content, style);
    painter.restore();
}

void paintHeatmap(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (content.isEmpty())
        return;
    painter.save();
    paintHeatmapCells(painter, geometry, content, style);
    paintLabels(painter, geometry, content, style);
    if (content.has_colour_bar) {
        const int beyond = numbersBeyond(content);
        paintColourBar(painter, geometry.colour_bar, colourScaleOf(content, style), style, beyond > 0);
        paintLegend(painter, geometry, content, beyond, style);
        paintFarMarks(painter, geometry, content, style);
    }
    if (!geometry.scale_name.isEmpty())
        paintScaleName(painter, geometry.scale_name, content.shares_limit, style);
    painter.restore();
}

} // namespace glassformer
