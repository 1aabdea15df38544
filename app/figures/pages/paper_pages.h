#pragma once

#include "app/figures/files/figure_origin.h"

#include <QSizeF>

#include <functional>
#include <vector>

class QPainter;

namespace glassformer {

inline constexpr double a4_width_mm = 210, a4_height_mm = 297, page_margin_mm = 15;

/** A sheet of paper. */
struct PaperPage
{
    std::function<void(QPainter&)> paint; ///< from (0, 0), in millimetres
};

/** All of them as one PDF of A4 pages; it says which view it shows, if there is one. */
QByteArray pagesBytes(const std::vector<PaperPage>& pages, const QString& title, const FigureOrigin& origin);

} // namespace glassformer
