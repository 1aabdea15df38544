#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace glassformer {

/** One component of a vector over all positions. */
struct Wave
{
    QString name;
    std::vector<double> values; ///< at position 0, 1, 2, ...
};

/** Waves one above the other, each around a line of its own. */
struct WaveContent
{
    std::vector<Wave> waves;
    int position = -1; ///< dotted; outside: none
    QString title; ///< of the axis of positions
};

void paintWaves(QPainter& painter, const QRectF& area, const WaveContent& content, const FigureStyle& style);

} // namespace glassformer
