#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>

class QPainter;

namespace glassformer {

/** A bar from low to high with the numbers of both ends (and of zero, if it lies between them) below. */
void paintColourBar(
    QPainter& painter, const QRectF& area, const ColourScale& scale, const FigureStyle& style);

} // namespace glassformer
