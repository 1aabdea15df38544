#pragma once

#include "widgets/look/cover.h"
#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/thumbnail_atlas.h"

#include <QPoint>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace glassformer {

/** All heads of all layers as small heatmaps. Lists are of layers x heads. */
struct HeadGridContent
{
    int layers = 0;
    int heads = 0;
    ThumbnailAtlas weights;
    std::vector<bool> is_off; ///< crossed out
    std::vector<bool> is_removed; ///< by training: veiled and struck
    std::vector<bool> is_marked; ///< framed
    std::vector<std::optional<double>> tint; ///< how much of it fades; empty: heads are not told apart
    bool is_signed = false; ///< bars have the colours of negative and positive
    std::vector<int>
        order; ///< which head stands where, row by row; empty: rows are layers, columns are heads
    int layer = 0; ///< chosen
    int head = 0;
    bool has_choice = true; ///< else nothing is marked as chosen
    Cover cover{};

    bool isSorted() const { return order.size() == std::size_t(layers) * std::size_t(heads); }
    std::size_t indexOf(int layer_index, int head_index) const;
    /** x = column, y = row of the grid. */
    QPoint placeOf(int layer_index, int head_index) const;
    /** x = head, y = layer. */
    QPoint headAt(const QPoint& place) const;
};

/**
 * The heads in sight: so many from the first row and column on. Where there is more room beside the rows than below
 * them, they go on in further blocks to the right.
 */
struct HeadGridGeometry
{
    QRectF area;
    int blocks = 1;
    int rows_in_block = 0;
    double block_width = 0; ///< with the names of the rows
    double block_pitch = 0; ///< from one block to the next
    double label_width = 0;
    double heading_height = 0;
    double pitch_x = 0;
    double pitch_y = 0;
    int first_row = 0;
    int first_column = 0;
    int shown_rows = 0;
    int shown_columns = 0;

    QRectF rect(const QPoint& place) const;
    /** The left end of the names of a row. */
    double namesLeft(int row) const;
    bool shows(const QPoint& place) const;
    std::optional<QPoint> placeAt(const QPointF& position) const;
};

/**
 * As large as the area lets them be, and as many as can still be told apart: others are scrolled to, by whole rows and
 * columns.
 * \param zoom  how many times larger than that they are to be, 1 or more
 * \param corner  the first place in sight, if not all are
 */
HeadGridGeometry layoutHeadGrid(const QRectF& area, const HeadGridContent& content, const FigureStyle& style,
    double zoom = 1, const QPoint& corner = {});

/** From one thumbnail to the next, if there were room. */
QSizeF idealHeadPitch(const HeadGridContent& content, const FigureStyle& style);
QSizeF smallestHeadGrid(const HeadGridContent& content, const FigureStyle& style);
QSizeF naturalHeadGrid(const HeadGridContent& content, const FigureStyle& style);

/** The thumbnails alone: they stay the same when another head is chosen. */
void paintHeadThumbnails(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style);
/** All beside them: names of layers and heads, tint, marks, the chosen one's frame. */
void paintHeadMarks(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style);

} // namespace glassformer
