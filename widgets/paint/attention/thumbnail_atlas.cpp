#include "widgets/paint/attention/thumbnail_atlas.h"

#include "widgets/paint/attention/cell_filler.h"
#include "widgets/paint/attention/cell_image.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr int largest_side = 48;
constexpr double finest_vector = 1; ///< finer cells are no vectors in a file: a hundred heads have too many

// Levels are ordered as they are seen: where several share a pixel, the largest is.
constexpr int masked_level = 0, zero_level = 1, full_level = 254, no_number_level = 255;

/** First index of a matrix that falls into a pixel, and the first that does not. */
struct Share
{
    int begin, end;
};

Share shareOf(int pixel, int pixels, int count)
{
    const int begin = int(std::int64_t(pixel) * count / pixels);
    return {begin, std::max(begin + 1, int(std::int64_t(pixel + 1) * count / pixels))};
}

int levelOf(const MatrixSlice& matrix, const Share& rows, const Share& columns)
{
    float largest = 0;
    bool has_no_number = false;
    for (int row = rows.begin; row < rows.end; ++row) {
        const float* values = matrix.data + std::size_t(row) * std::size_t(matrix.columns);
        for (int column = columns.begin; column < columns.end; ++column) {
            largest = std::max(largest, values[column]);
            has_no_number = has_no_number || isNoNumber(values[column]);
        }
    }
    return has_no_number ? no_number_level
                         : zero_level + int(std::lround(std::min(largest, 1.0f) * (full_level - zero_level)));
}

void fillPart(QImage& levels, const QRect& part, const ThumbnailSource& source)
{
    const MatrixSlice& matrix = source.weights;
    for (int y = 0; y < part.height(); ++y) {
        uchar* line = levels.scanLine(part.top() + y) + part.left();
        const Share rows = shareOf(y, part.height(), matrix.rows);
        const Share queries = shareOf(y, part.height(), source.queries);
        for (int x = 0; x < part.width(); ++x) {
            const int level = levelOf(matrix, rows, shareOf(x, part.width(), matrix.columns));
            const Share keys = shareOf(x, part.width(), source.keys);
            const bool is_masked =
                level == zero_level && source.rule.hides(queries.begin, queries.end, keys.begin, keys.end);
            line[x] = uchar(is_masked ? masked_level : level);
        }
    }
}

QList<QRgb> coloursOf(const FigureStyle& style)
{
    const ColourScale scale = ColourScale::sequential(style.colours, 1, style.palette);
    QList<QRgb> colours(256);
    for (int level = zero_level; level <= full_level; ++level)
        colours[level] = scale.colour(double(level - zero_level) / (full_level - zero_level)).rgb();
    colours[masked_level] = maskedColour(style.palette).rgb();
    colours[no_number_level] = style.palette.ink.rgb();
    return colours;
}

/** For files that keep vectors: neighbours of equal weight are one rectangle. */
void paintRectangles(QPainter& painter, const QRectF& target, const QImage& levels)
{
    CellFiller filler(painter);
    const double width = target.width() / levels.width(), height = target.height() / levels.height();
    for (int y = 0; y < levels.height(); ++y) {
        for (int x = 0, end = 0; x < levels.width(); x = end) {
            const QRgb colour = levels.pixel(x, y);
            for (end = x + 1; end < levels.width() && levels.pixel(end, y) == colour;)
                ++end;
            filler.fill(
                QRectF(target.left() + x * width, target.top() + y * height, (end - x) * width, height),
                QColor::fromRgb(colour));
        }
    }
}

} // namespace

ThumbnailAtlas::ThumbnailAtlas(
    int rows, int columns, const std::function<ThumbnailSource(int row, int column)>& source_of)
{
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const ThumbnailSource source = source_of(row, column);
            const MatrixSlice& matrix = source.weights;
            if (matrix.isEmpty())
                continue;
            if (m_levels.isNull()) {
                m_part = QSize(std::min(matrix.columns, largest_side), std::min(matrix.rows, largest_side));
                m_shape = double(source.keys) / std::max(1, source.queries);
                m_levels = QImage(m_part.width() * columns, m_part.height() * rows, QImage::Format_Indexed8);
                m_levels.fill(zero_level);
            }
            const QPoint corner(column * m_part.width(), row * m_part.height());
            fillPart(m_levels, QRect(corner, m_part), source);
        }
    }
}

/** The part in at most so many pixels. */
QImage ThumbnailAtlas::shrunk(const QRect& part, QSize pixels) const
{
    QImage result(pixels.boundedTo(part.size()).expandedTo({1, 1}), QImage::Format_Indexed8);
    for (int y = 0; y < result.height(); ++y) {
        uchar* line = result.scanLine(y);
        std::fill(line, line + result.width(), uchar(masked_level));
        const Share rows = shareOf(y, result.height(), part.height());
        for (int row = rows.begin; row < rows.end; ++row) {
            const uchar* levels = m_levels.constScanLine(part.top() + row) + part.left();
            for (int x = 0; x < result.width(); ++x) {
                const Share columns = shareOf(x, result.width(), part.width());
                line[x] = std::max(line[x], *std::max_element(levels + columns.begin, levels + columns.end));
            }
        }
    }
    return result;
}

void ThumbnailAtlas::paint(
    QPainter& painter, const QRectF& target, int row, int column, const FigureStyle& style) const
{
    if (isEmpty())
        return;
    const QRect part(QPoint(column * m_part.width(), row * m_part.height()), m_part);
    const double cell = std::min(target.width() / m_part.width(), target.height() / m_part.height());
    const bool has_pixels = paintsPixels(painter);
    // A file is shown in some size, and what shrinks an image there takes means: it gets few pixels.
    const QSizeF room = target.size() * (has_pixels ? painter.deviceTransform().m11() : 1);
    QImage image = !has_pixels && cell >= finest_vector
        ? shrunk(part, m_part)
        : shrunk(part, QSize(int(room.width()), int(room.height())));
    if (m_colours.isEmpty() || m_style.palette != style.palette || m_style.colours != style.colours) {
        m_colours = coloursOf(style);
        m_style = style;
    }
    image.setColorTable(m_colours);
    if (!has_pixels && cell >= finest_vector)
        return paintRectangles(painter, target, image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(target, image);
}

} // namespace glassformer
