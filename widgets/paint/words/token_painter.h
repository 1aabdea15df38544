#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace glassformer {

/** How a token chip is coloured. */
enum class ChipKind
{
    Plain,
    Source,
    Written,
    Next
};

/** One token as a chip with up to two small numbers below. */
struct Chip
{
    QString text;
    QString id; ///< below; may be empty
    QString index; ///< below that; may be empty
    ChipKind kind = ChipKind::Plain;
    bool is_faint = false; ///< special token
    bool joins_next = false; ///< the next chip is another piece of the same word: drawn touching
};

/** Chips in lines that break at the width; the rectangles are those of the chips without their numbers. */
struct ChipsGeometry
{
    std::vector<QRectF> chips;
    double height = 0; ///< of everything

    std::optional<int> chipAt(const QPointF& position) const;
};

ChipsGeometry layoutChips(const QRectF& area, const std::vector<Chip>& chips, const FigureStyle& style);
void paintChips(QPainter& painter, const ChipsGeometry& geometry, const std::vector<Chip>& chips,
    std::optional<int> chosen, const FigureStyle& style);

} // namespace glassformer
