#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/attention/heatmap_geometry.h"

class QPainter;

namespace glassformer {

/** Every how many rows and columns of tokens one is named: 1 where there is room for all names. */
int rowLabelStride(const HeatmapGeometry& geometry, const HeatmapContent& content, const FigureStyle& style);
int columnLabelStride(const HeatmapGeometry& geometry, const FigureStyle& style);

/**
 * Labels left of the rows, right-aligned; the chosen one bold. Rows too flat for text are labelled at intervals, with
 * ticks where a label is left out.
 */
void paintRowLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/** Tokens at 45 degrees or upright, dimensions as ticks, blocks as headings: whatever the columns are. */
void paintColumnLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/** What rows and columns are, where their labels meet; left out where that has no room. */
void paintAxisNames(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

} // namespace glassformer
