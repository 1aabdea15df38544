#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace glassformer {

/** A word on one of several roads that writing could take. */
struct RoadWord
{
    QString text;
    QString number; ///< already formatted
    int parent = -1; ///< the word before it, which stands before it in the list; -1: none
    double share = 0; ///< 0 .. 1: how strong the line to it is
    bool is_kept = false; ///< the search went on from here
    bool is_best = false; ///< on the road that it took in the end
};

/** Words in columns from left to right, each behind the one before it. */
struct RoadsContent
{
    std::vector<RoadWord> words;
    std::optional<int> chosen; ///< framed: where the keys are

    bool isEmpty() const { return words.empty(); }
};

struct RoadsGeometry
{
    std::vector<QRectF> words;

    std::optional<int> wordAt(const QPointF& position) const;
};

RoadsGeometry layoutRoads(const QRectF& area, const RoadsContent& content, const FigureStyle& style);
void paintRoads(
    QPainter& painter, const RoadsGeometry& geometry, const RoadsContent& content, const FigureStyle& style);

} // namespace glassformer
