#include "widgets/paint/thumbnail_atlas.h"

#include "widgets/paint/cell_filler.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr int largest_side = 48;
constexpr double finest_vector = 1; ///< finer cells are no vectors in a file: a hundred heads have too many
constexpr int samples_a_side =
    4; ///< at most so many of the rows and columns that share a pixel are looked at

/** First and last index of the matrix that falls into a pixel, and the step between those looked at. */
struct Share
{
    int begin, end, step;
};

Share shareOf(int pixel, int pixels, int count)
{
    const int begin = int(std::int64_t(pixel) * count / pixels);
    const int end = std::max(begin + 1, int(std::int64_t(pixel + 1) * count / pixels));
    return {begin, end, std::max(1, (end - begin) / samples_a_side)};
}

float largestIn(const MatrixSlice& matrix, const Share& rows, const Share& columns)
{
    float largest = 0;
    for (int row = rows.begin; row < rows.end; row += rows.step)
        for (int column = columns.begin; column < columns.end; column += columns.step)
            largest = std::max(largest, matrix(row, column));
    return largest;
}

void fillPart(QImage& levels, const QRect& part, const MatrixSlice& matrix)
{
    for (int y = 0; y < part.height(); ++y) {
        uchar* line = levels.scanLine(part.top() + y) + part.left();
        const Share rows = shareOf(y, part.height(), matrix.rows);
        for (int x = 0; x < part.width(); ++x) {
            const float weight = largestIn(matrix, rows, shareOf(x, part.width(), matrix.columns));
            line[x] = uchar(std::lround(std::clamp(weight, 0.0f, 1.0f) * 255));
        }
    }
}

} // namespace

ThumbnailAtlas::ThumbnailAtlas(
    int rows, int columns, const std::function<MatrixSlice(int row, int column)>& matrix_of)
{
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const MatrixSlice matrix = matrix_of(row, column);
            if (matrix.isEmpty())
                continue;
            if (m_levels.isNull()) {
                m_part = QSize(std::min(matrix.columns, largest_side), std::min(matrix.rows, largest_side));
                m_shape = double(matrix.columns) / matrix.rows;
                m_levels = QImage(m_part.width() * columns, m_part.height() * rows, QImage::Format_Indexed8);
                m_levels.setColorCount(256);
                m_levels.fill(0);
            }
            const QPoint corner(column * m_part.width(), row * m_part.height());
            fillPart(m_levels, QRect(corner, m_part), matrix);
        }
    }
}

QImage ThumbnailAtlas::coloured(const FigureStyle& style) const
{
    if (!m_coloured.isNull() && m_style.palette == style.palette && m_style.weights_map == style.weights_map)
        return m_coloured;
    const ColourScale scale = ColourScale::sequential(style.weights_map, 1, style.palette);
    QImage indexed = m_levels;
    for (int level = 0; level < 256; ++level)
        indexed.setColor(level, scale.colour(level / 255.0).rgb());
    m_coloured = indexed.convertToFormat(QImage::Format_RGB32);
    m_style = style;
    return m_coloured;
}

void ThumbnailAtlas::paint(
    QPainter& painter, const QRectF& target, int row, int column, const FigureStyle& style) const
{
    if (isEmpty())
        return;
    const QPoint corner(column * m_part.width(), row * m_part.height());
    const double cell = std::min(target.width() / m_part.width(), target.height() / m_part.height());
    if (!paintsPixels(painter) && cell >= finest_vector)
        return paintRectangles(painter, target, QRect(corner, m_part), style);
    // Cells keep their edges when enlarged; shrunk, each gives its share to the pixel.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < m_part.width());
    if (paintsPixels(painter))
        painter.drawImage(target, coloured(style), QRectF(QPointF(corner), QSizeF(m_part)));
    else
        painter.drawImage(target, coloured(style).copy(QRect(corner, m_part)));
}

/** For files that keep vectors: neighbours of equal weight are one rectangle. */
void ThumbnailAtlas::paintRectangles(
    QPainter& painter, const QRectF& target, const QRect& part, const FigureStyle& style) const
{
    const QImage image = coloured(style);
    CellFiller filler(painter);
    const double width = target.width() / part.width(), height = target.height() / part.height();
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0, end = 0; x < part.width(); x = end) {
            const QRgb colour = image.pixel(part.left() + x, part.top() + y);
            for (end = x + 1; end < part.width() && image.pixel(part.left() + end, part.top() + y) == colour;)
                ++end;
            filler.fill(
                QRectF(target.left() + x * width, target.top() + y * height, (end - x) * width, height),
                QColor::fromRgb(colour));
        }
    }
}

} // namespace glassformer
