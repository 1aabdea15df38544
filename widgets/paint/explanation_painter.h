#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>

class QPainter;

namespace glassformer {

struct ExplanationContent;

/** Draws the explanation from top to bottom and returns its height; only measures if there is no painter. */
double paintExplanation(
    QPainter* painter, const QRectF& area, const ExplanationContent& content, const FigureStyle& style);

} // namespace glassformer
