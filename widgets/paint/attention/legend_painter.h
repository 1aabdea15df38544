#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/attention/heatmap_geometry.h"

class QPainter;

namespace glassformer {

/**
 * What is wrong with the numbers, or beyond the colours, in a line below the colour bar.
 * \param beyond  numbersBeyond() the colours
 */
void paintLegend(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    int beyond, const FigureStyle& style);

/** Rows whose sum is none of weights, by a mark at their end. */
void paintSumMarks(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/** Columns in which a number is beyond the colours, by a mark below them; where there is room, the cells, too. */
void paintFarMarks(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

} // namespace glassformer
