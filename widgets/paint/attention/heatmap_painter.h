#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/attention/heatmap_geometry.h"

class QPainter;

namespace glassformer {

/** Cells (as rectangles, also in SVG and PDF), numbers, masks and the frame of what is chosen. */
void paintHeatmapCells(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/** The whole picture: cells, labels of both axes, colour bar. */
void paintHeatmap(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

} // namespace glassformer
