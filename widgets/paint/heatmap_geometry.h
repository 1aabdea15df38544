#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/heatmap_content.h"

#include <QPoint>
#include <QRectF>

#include <optional>

namespace glassformer {

/** Where the parts of a heatmap lie: computed once, used by painting, by the mouse and by the tests. */
struct HeatmapGeometry
{
    QRectF cells; ///< the matrix
    QRectF colour_bar; ///< below it, with its numbers; empty if there is none
    int rows = 0;
    int columns = 0;
    double row_label_width = 0;
    double column_label_height = 0;

    double cellWidth() const { return columns > 0 ? cells.width() / columns : 0; }
    double cellHeight() const { return rows > 0 ? cells.height() / rows : 0; }
    QRectF cellRect(int row, int column) const;
    QRectF rowRect(int row) const;
    QRectF columnRect(int column) const;
    /** x is the column, y the row; nothing outside of the cells. */
    std::optional<QPoint> cellAt(const QPointF& position) const;
};

/** Square cells for tokens against tokens, otherwise cells that fill the area. */
HeatmapGeometry layoutHeatmap(const QRectF& area, const HeatmapContent& content, const FigureStyle& style);

/** The smallest size at which the heatmap can still be read. */
QSizeF smallestHeatmap(const HeatmapContent& content, const FigureStyle& style);

/** The size beyond which a heatmap gains nothing. */
QSizeF naturalHeatmap(const HeatmapContent& content, const FigureStyle& style);

/** Labels shrink with their cells, down to what can just be read. */
QFont labelFont(const FigureStyle& style, double cell_size);

/** That of labels leaning at 45 degrees: their lines are nearer to each other than the columns are. */
QFont columnLabelFont(const FigureStyle& style, double cell_size);

/** Every how many labels there is room to write one, where lines of text are `line_distance` apart. */
int labelStride(double line_distance, const QFont& font);

} // namespace glassformer
