#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>

class QPainter;

namespace glassformer {

/**
 * A bar from low to high with the numbers of both ends below, and between them zero or how the scale is stretched.
 * \param goes_on  whether there are numbers beyond its ends
 */
void paintColourBar(QPainter& painter, const QRectF& area, const ColourScale& scale, const FigureStyle& style,
    bool goes_on = false);

/** Beside the bar where a page has several maps: whether its ends are those of this map or of all. */
QString scaleName(bool is_shared);
/** Room for either. */
double scaleNameWidth(const FigureStyle& style);
void paintScaleName(QPainter& painter, const QRectF& area, bool is_shared, const FigureStyle& style);

} // namespace glassformer
