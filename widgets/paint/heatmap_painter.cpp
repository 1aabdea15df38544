#include "widgets/paint/heatmap_painter.h"

#include "core/tensor/matrix.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/cell_filler.h"
#include "widgets/paint/colour_bar_painter.h"
#include "widgets/paint/token_axis_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

namespace glassformer {

namespace {

struct NoNumbersText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::NoNumbersText)
};

/** Cells narrower than this would be a blur of edges when drawn one by one on a pixel grid. */
constexpr double finest_cell = 2.5;
/** In a file of vectors finer cells would be hundreds of thousands of objects, which no program opens gladly. */
constexpr double finest_vector = 1.5;
constexpr int largest_enlarged = 2048; ///< pixels a side

constexpr double finest_shade = 1023;

/** The colours of a scale from its low to its high end: a million cells look theirs up. */
std::vector<QRgb> colourTable(const ColourScale& scale)
{
    std::vector<QRgb> colours;
    for (int shade = 0; shade <= int(finest_shade); ++shade)
        colours.push_back(
            scale.colour(scale.low() + (scale.high() - scale.low()) * shade / finest_shade).rgb());
    return colours;
}

/** Where the cells of a row stand in a table of shades that goes on with the colours of "masked" and of "no number". */
void findShades(const float* values, const ColourScale& scale, std::vector<std::int32_t>& shades)
{
    constexpr std::int32_t masked = std::int32_t(finest_shade) + 1, no_number = masked + 1;
    const auto count = Eigen::Index(shades.size());
    const auto low = float(scale.low());
    const auto shades_per_unit = float(finest_shade / (scale.high() - scale.low()));
    Eigen::Map<Eigen::ArrayXi>(shades.data(), count) =
        ((Eigen::Map<const Eigen::ArrayXf>(values, count) - low) * shades_per_unit)
            .max(0.0f)
            .min(float(finest_shade))
            .cast<std::int32_t>();
    for (std::size_t i = 0; i < shades.size(); ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(values[i]);
        constexpr std::uint32_t infinity = 0x7f800000, minus_infinity = 0xff800000;
        const bool is_finite = (bits & infinity) != infinity;
        const std::int32_t colour = bits == minus_infinity ? masked : no_number;
        shades[i] = is_finite ? shades[i] : colour;
    }
}

/** One pixel per cell, enlarged without smoothing: what a screen can show of a thousand columns. */
void paintAsImage(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const ColourScale& scale, const FigureStyle& style)
{
    QImage image(content.columns, content.rows, QImage::Format_RGB32);
    std::vector<QRgb> colours = colourTable(scale);
    colours.push_back(style.palette.chip.rgb());
    colours.push_back(style.palette.ink.rgb());
    const auto columns = std::size_t(content.columns);
    std::vector<std::int32_t> shades(columns);
    for (int row = 0; row < content.rows; ++row) {
        findShades(content.values.data() + std::size_t(row) * columns, scale, shades);
        QRgb* const line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (std::size_t column = 0; column < columns; ++column)
            line[column] = colours[std::size_t(shades[column])];
    }
    // Averaging is right where several columns share a pixel, wrong where one column has several.
    const bool shrinks = geometry.cellWidth() * painter.deviceTransform().m11() < 1;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, shrinks);
    if (!paintsPixels(painter)) {
        // What shows the file smooths what it enlarges: several pixels for a cell keep its edges.
        const int times = std::clamp(largest_enlarged / std::max(content.columns, content.rows), 1, 4);
        image = image.scaled(image.size() * times);
    }
    painter.drawImage(geometry.cells, image);
}

/** Neighbours of equal colour become one rectangle: fewer objects in an exported file, same picture. */
void paintAsRectangles(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const ColourScale& scale, double gap)
{
    painter.setPen(Qt::NoPen);
    CellFiller filler(painter);
    for (int row = 0; row < content.rows; ++row) {
        int column = 0;
        while (column < content.columns) {
            const auto colour_at = [&](int at) {
                const float value = content.at(row, at);
                return scale.colour(std::isfinite(value) ? value : NAN);
            };
            const QColor colour = colour_at(column);
            int end = column + 1;
            while (gap == 0 && end < content.columns && colour_at(end) == colour)
                ++end;
            const QRectF first = geometry.cellRect(row, column);
            const QRectF last = geometry.cellRect(row, end - 1);
            if (colour.alpha() > 0)
                filler.fill(QRectF(first.topLeft(), last.bottomRight()).adjusted(0, 0, -gap, -gap), colour);
            column = end;
        }
    }
}

/** What a query may not see is struck, so that it differs from "sees, but gives no weight"; what is no number, crossed. */
void paintCellsWithoutNumber(QPainter& painter, const HeatmapGeometry& geometry,
    const HeatmapContent& content, const FigureStyle& style)
{
    std::vector<QLineF> struck, crossed;
    std::optional<CellFiller> filler(std::in_place, painter);
    for (int row = 0; row < content.rows; ++row) {
        for (int column = 0; column < content.columns; ++column) {
            const float value = content.at(row, column);
            if (std::isfinite(value))
                continue;
            const QRectF cell = geometry.cellRect(row, column).adjusted(0, 0, -1, -1);
            filler->fill(cell, style.palette.chip);
            std::vector<QLineF>& lines = isNoNumber(value) ? crossed : struck;
            lines.emplace_back(cell.bottomLeft(), cell.topRight());
            if (isNoNumber(value))
                lines.emplace_back(cell.topLeft(), cell.bottomRight());
        }
    }
    filler.reset(); // below the lines
    painter.setPen(QPen(mixed(style.palette.card, style.palette.faint_ink, 0.55), 1));
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
    while (factor > 0.5
        && QFontMetricsF(style.scaledFont(factor)).horizontalAdvance(sample) > geometry.cellWidth() - 4)
        factor -= 0.04;
    const QFont font = style.scaledFont(factor);
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(sample) > geometry.cellWidth() - 1
        || metrics.height() > geometry.cellHeight() + 1)
        return;
    painter.setFont(font);
    for (int row = 0; row < content.rows; ++row) {
        for (int column = 0; column < content.columns; ++column) {
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

/** Beside the colour bar, or under it where the picture ends. */
void paintCountOfNoNumbers(
    QPainter& painter, const HeatmapGeometry& geometry, int count, const FigureStyle& style)
{
    const QString text = NoNumbersText::tr("× no number: %L1").arg(count);
    painter.setFont(style.scaledFont(0.76));
    painter.setPen(style.palette.ink);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + style.em();
    QRectF area = geometry.colour_bar;
    const bool has_room = geometry.cells.right() - area.right() >= width;
    area = has_room ? QRectF(area.right() + style.em(), area.top(), width, area.height() / 2) : area;
    painter.drawText(
        area, has_room ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignBottom, text);
}

void paintFrame(QPainter& painter, const QRectF& rect, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
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

} // namespace

void paintHeatmapCells(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (content.isEmpty())
        return;
    const ColourScale scale = colourScaleOf(content, style.weights_map, style.palette);
    const double cell = std::min(geometry.cellWidth(), geometry.cellHeight());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (cell < (paintsPixels(painter) ? finest_cell : finest_vector)) {
        paintAsImage(painter, geometry, content, scale, style);
    } else {
        const double gap = cell >= 9 ? 1 : 0;
        if (gap > 0)
            painter.fillRect(geometry.cells, mixed(style.palette.card, style.palette.border, 0.45));
        paintAsRectangles(painter, geometry, content, scale, gap);
        painter.setRenderHint(QPainter::Antialiasing, true);
        paintCellsWithoutNumber(painter, geometry, content, style);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintFrame(painter, geometry.cells.adjusted(-0.5, -0.5, 0, 0), style.palette.border, 1);
    if (content.shows_numbers)
        paintNumbers(painter, geometry, content, scale, style);
    paintChoice(painter, geometry, content, style);
    painter.restore();
}

void paintHeatmap(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (content.isEmpty())
        return;
    painter.save();
    paintHeatmapCells(painter, geometry, content, style);
    paintRowLabels(painter, geometry, content, style);
    paintColumnLabels(painter, geometry, content, style);
    if (content.has_colour_bar)
        paintColourBar(
            painter, geometry.colour_bar, colourScaleOf(content, style.weights_map, style.palette), style);
    if (const int count = content.has_colour_bar ? noNumbers(content) : 0; count > 0)
        paintCountOfNoNumbers(painter, geometry, count, style);
    painter.restore();
}

} // namespace glassformer
