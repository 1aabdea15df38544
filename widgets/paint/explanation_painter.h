#pragma once

#include "core/trace/look/selection.h"
#include "widgets/look/figure_style.h"

#include <QRectF>

#include <vector>

class QPainter;

namespace glassformer {

struct ExplanationContent;

/** Draws the explanation from top to bottom and returns its height; only measures if there is no painter. */
double paintExplanation(
    QPainter* painter, const QRectF& area, const ExplanationContent& content, const FigureStyle& style);

/** A number of an explanation that leads to where it came from. */
struct ExplanationLink
{
    Selection place;
    std::vector<QRectF> areas; ///< on each line that it stands on
};

/** All of them, from above, where paintExplanation() draws them. */
std::vector<ExplanationLink> explanationLinks(
    const QRectF& area, const ExplanationContent& content, const FigureStyle& style);

} // namespace glassformer
