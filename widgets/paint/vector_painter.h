#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <QRectF>

#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace glassformer {

/** A vector as a row of coloured cells. */
void paintVectorStrip(
    QPainter& painter, const QRectF& area, std::span<const float> values, const ColourScale& scale);

/** Above such a row: marks on the cells whose size is beyond the limit of its colours. */
void paintFarMarks(QPainter& painter, const QRectF& area, std::span<const float> values, double limit,
    const FigureStyle& style);

/** One of these: a small triangle that stands on `foot`. */
void paintFarMark(QPainter& painter, const QPointF& foot, const FigureStyle& style);

/**
 * A vector as bars up and down from a zero line; `marked` is the chosen component. limit: of the highest bar; 0: of the
 * largest value
 */
void paintSignedBars(QPainter& painter, const QRectF& area, std::span<const float> values,
    std::optional<int> marked, const FigureStyle& style, double limit = 0);

/** Component at this x of either picture. */
std::optional<int> componentAt(const QRectF& area, std::size_t count, double x);

} // namespace glassformer
