#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace glassformer {

/** One line of a bar chart: a word and its probability, or its logit. */
struct Bar
{
    QString label;
    QString number; ///< already formatted
    double share = 0; ///< length, -1 .. 1 of the track
    bool is_faint = false;
    bool is_chosen = false; ///< what the model (or the user) took
    bool is_selected = false; ///< framed: what the inspector explains
};

struct BarsGeometry
{
    QRectF area;
    double pitch = 0;
    double label_width = 0;
    double number_width = 0;
    int count = 0;
    double zero = 0; ///< where bars start, as a share of the track: left, right, or the middle for both signs

    QRectF lineRect(int index) const;
    QRectF trackRect(int index) const;
    std::optional<int> barAt(const QPointF& position) const;
};

BarsGeometry layoutBars(const QRectF& area, const std::vector<Bar>& bars, const FigureStyle& style);
void paintBars(
    QPainter& painter, const BarsGeometry& geometry, const std::vector<Bar>& bars, const FigureStyle& style);

} // namespace glassformer
