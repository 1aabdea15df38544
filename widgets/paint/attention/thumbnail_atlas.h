#pragma once

#include "core/trace/record/tensor_slice.h"
#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/mask_rule.h"

#include <QImage>
#include <QList>

#include <functional>

class QPainter;

namespace glassformer {

/** Weights (0 .. 1) of a head, all of them or shrunk, and which of them its rule hides. */
struct ThumbnailSource
{
    MatrixSlice weights;
    MaskRule rule{};
    int queries = 0; ///< of the whole matrix, which may have been shrunk before
    int keys = 0;
};

/**
 * Small pictures of many matrices of weights, made once and painted often. A matrix larger than a thumbnail is shrunk to
 * the largest weights of its parts, in the atlas and on the screen, so that thin lines and single cells stay.
 */
class ThumbnailAtlas
{
public:
    ThumbnailAtlas() = default;
    /** rows x columns matrices; one that the run does not have stays empty. */
    ThumbnailAtlas(
        int rows, int columns, const std::function<ThumbnailSource(int row, int column)>& source_of);

    bool isEmpty() const { return m_levels.isNull(); }
    /** Width by height of the matrices; 1 if there is none. */
    double shape() const { return m_shape; }
    void paint(QPainter& painter, const QRectF& target, int row, int column, const FigureStyle& style) const;

private:
    QImage shrunk(const QRect& part, QSize pixels) const;

    QImage m_levels; ///< masked, weights, no number in this order, one part for each matrix
    QSize m_part;
    double m_shape = 1;
    mutable QList<QRgb> m_colours; ///< of the levels, as last painted
    mutable FigureStyle m_style;
};

} // namespace glassformer
