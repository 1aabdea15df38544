#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <QPoint>
#include <QRectF>

#include <optional>
#include <utility>

namespace glassformer {

/** Where the parts of a heatmap lie: computed once, used by painting, by the mouse and by the tests. */
struct HeatmapGeometry
{
    QRectF area; ///< of everything
    QRectF cells; ///< the matrix; when enlarged, larger than what is seen of it
    QRectF frame; ///< what is seen of the matrix
    QRectF colour_bar; ///< below it, with its numbers; empty if there is none
    QRectF scale_name; ///< beside that, which of two scales it is; empty if there is nothing to choose
    QRectF legend; ///< a line below the bar for what is wrong with the numbers; empty if nothing is
    int rows = 0;
    int columns = 0;
    double row_label_width = 0;
    double column_label_height = 0;
    int row_levels = 1; ///< of labels: 2 where every other one stands further out
    int column_levels = 1;
    bool labels_lean = false; ///< those of the columns

    double cellWidth() const { return columns > 0 ? cells.width() / columns : 0; }
    double cellHeight() const { return rows > 0 ? cells.height() / rows : 0; }
    bool isEnlarged() const { return cells != frame; }
    QRectF cellRect(int row, int column) const;
    QRectF rowRect(int row) const;
    QRectF columnRect(int column) const;
    /** Those of which a part is seen, half-open. */
    std::pair<int, int> seenRows() const;
    std::pair<int, int> seenColumns() const;
    /** x is the column, y the row; nothing outside of the cells that are seen. */
    std::optional<QPoint> cellAt(const QPointF& position) const;
    /** The row or column whose label lies there, whether it is written or not. */
    std::optional<int> rowLabelAt(const QPointF& position) const;
    std::optional<int> columnLabelAt(const QPointF& position) const;
};

/** Square cells for tokens against tokens, otherwise cells that fill the area. */
HeatmapGeometry layoutHeatmap(const QRectF& area, const HeatmapContent& content, const FigureStyle& style);

/** The smallest size at which the heatmap can still be read. */
QSizeF smallestHeatmap(const HeatmapContent& content, const FigureStyle& style);

/** The size beyond which a heatmap gains nothing. */
QSizeF naturalHeatmap(const HeatmapContent& content, const FigureStyle& style);

} // namespace glassformer
