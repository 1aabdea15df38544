#pragma once

#include "widgets/paint/attention/heatmap_content.h"

#include <QRectF>

#include <vector>

class QFontMetricsF;

namespace glassformer {

/** Tokens of a text, and which of them touch the one before them. */
struct TextRun
{
    const std::vector<AxisLabel>& labels;
    const std::vector<bool>& touches;

    bool touchesBefore(std::size_t i) const { return i < touches.size() && touches[i]; }
    double gapBefore(std::size_t i, double space) const { return i == 0 || touchesBefore(i) ? 0 : space; }
    /** Pieces of a word stand as close as its letters. */
    double width(std::size_t i, const QFontMetricsF& metrics) const;
};

/**
 * One line of text, in the middle of the area; a rectangle is empty where a token has no room. The first ones of `wanted`,
 * which has all, stay before all others.
 * \param gaps  gets the places where tokens were left out
 */
std::vector<QRectF> oneLine(const QRectF& area, const TextRun& text, const QFontMetricsF& metrics,
    const std::vector<int>& wanted, std::vector<QRectF>& gaps);

/** What stands in such a place. */
const QString& gapSign();

} // namespace glassformer
