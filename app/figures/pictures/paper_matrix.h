#pragma once

#include "app/figures/pictures/paper_picture.h"
#include "widgets/paint/attention/heatmap_content.h"

namespace glassformer {

/** A map of any numbers, with what its axes and its numbers are. */
struct PaperMatrix
{
    HeatmapContent content;
    QString row_title, column_title, quantity; ///< empty ones take no room
};

/** As wide as the request says and as high as its cells are; numbers and colour bar as the request says. */
PaperPicture paperMatrix(PaperMatrix matrix, const FigureRequest& request);

} // namespace glassformer
