#pragma once

#include "widgets/paint/attention/heatmap_content.h"

#include <QImage>

#include <cstdint>

namespace glassformer {

/** What is behind masked cells: neither the colour of zero nor that of no weight, in either theme. */
QColor maskedColour(const Palette& palette);
/** The strokes on masked cells. */
QColor maskStroke(const Palette& palette);

/** How much a number is to be seen beside others: those that are none first, then by size, masked cells last. */
std::int32_t rankOf(float value);

/**
 * The cells as pixels, one for each cell but at most `largest`. Of cells that share a pixel the one with the largest
 * number is seen: a single strong cell of a long text stays in sight, where a mean would wash it out.
 */
QImage cellImage(
    const HeatmapContent& content, const ColourScale& scale, const Palette& palette, QSize largest);

} // namespace glassformer
