#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace glassformer {

/** A stretch of a text, and below it what became of it before it was cut. */
struct NormalTextPart
{
    QString typed; ///< empty: it was added
    QString cut; ///< empty: it was left out
    bool is_changed = false; ///< marked, above and below

    bool operator==(const NormalTextPart&) const = default;
};

/** A text as it was typed, above the same as it is cut. */
struct NormalTextContent
{
    QString typed_title, cut_title;
    std::vector<NormalTextPart> parts;
    bool is_whole = true; ///< else the text goes on
};

/** Changed stretches with their spaces made visible; others by words, so that lines can break between them. */
NormalTextContent readyForLines(NormalTextContent content);

struct NormalTextGeometry
{
    std::vector<QRectF> typed, cut; ///< of each part; those that have no room are left out
    double title_width = 0;
    double height = 0;
};

NormalTextGeometry layoutNormalText(
    const QRectF& area, const NormalTextContent& content, const FigureStyle& style);
/** \param content  ready for lines */
void paintNormalText(QPainter& painter, const QRectF& area, const NormalTextGeometry& geometry,
    const NormalTextContent& content, const FigureStyle& style);

} // namespace glassformer
