#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/heatmap_content.h"
#include "widgets/paint/heatmap_geometry.h"

class QPainter;

namespace glassformer {

/** Labels left of the rows, right-aligned; the chosen one bold. Rows too flat for text are labelled at intervals. */
void paintRowLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/** Tokens at 45 degrees, dimensions as ticks, blocks as headings: whatever the columns are. */
void paintColumnLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

} // namespace glassformer
