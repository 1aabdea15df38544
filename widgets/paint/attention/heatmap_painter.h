#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/attention/heatmap_geometry.h"

#include <QRegion>

#include <span>

class QPainter;

namespace glassformer {

/** Cells (as rectangles, also in SVG and PDF), numbers, masks and the frame of what is chosen. */
void paintHeatmapCells(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/** The whole picture: cells, labels of both axes, colour bar. */
void paintHeatmap(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style);

/**
 * Where another row or cell is chosen: rows of cells in all their width, and the labels of both axes. Nothing where cells are
 * so fine that they are painted as one image.
 */
QRegion choiceRegion(const HeatmapGeometry& geometry, std::span<const int> rows);

/** Those parts once more, and no others; what was there before is gone. */
void repaintChoice(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style, std::span<const int> rows);

} // namespace glassformer
