#pragma once

#include "core/trace/tensor_slice.h"
#include "widgets/look/figure_style.h"

#include <QImage>

#include <functional>

class QPainter;

namespace glassformer {

/**
 * Small pictures of many matrices of weights (0 .. 1), made once and painted often: a grid of a thousand heads costs
 * no more than one image. A matrix larger than a thumbnail is shrunk to the largest weights of its parts, so that thin
 * lines stay.
 */
class ThumbnailAtlas
{
public:
    ThumbnailAtlas() = default;
    /** rows x columns matrices; one that the run does not have stays empty. */
    ThumbnailAtlas(int rows, int columns, const std::function<MatrixSlice(int row, int column)>& matrix_of);

    bool isEmpty() const { return m_levels.isNull(); }
    /** Width by height of the matrices; 1 if there is none. */
    double shape() const { return m_shape; }
    void paint(QPainter& painter, const QRectF& target, int row, int column, const FigureStyle& style) const;

private:
    QImage coloured(const FigureStyle& style) const;
    void paintRectangles(
        QPainter& painter, const QRectF& target, const QRect& part, const FigureStyle& style) const;

    QImage m_levels; ///< weights as 0 .. 255, one part for each matrix
    QSize m_part;
    double m_shape = 1;
    mutable QImage m_coloured; ///< as last painted
    mutable FigureStyle m_style;
};

} // namespace glassformer
