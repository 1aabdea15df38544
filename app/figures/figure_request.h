#pragma once

#include "widgets/look/colour_map.h"

#include <QString>

#include <optional>
#include <string>

namespace glassformer {

// What journals and slides take; everything outside is refused by name.
inline constexpr double least_width_mm = 20, most_width_mm = 1000;
inline constexpr double least_font_pt = 5, most_font_pt = 72;
inline constexpr double least_dpi = 30, most_dpi = 2400;

/** One picture for paper, as it is asked for. Texts that are left out are made; empty ones are not wanted. */
struct FigureRequest
{
    std::string picture = "heatmap"; ///< id of an entry of paperPictures()
    double width_mm = 85; ///< a column; the height follows
    QString font_family{}; ///< empty: the sans-serif of the desktop
    double font_pt = 7; ///< no text of the figure is smaller than least_font_pt
    bool is_dark = false;
    ColourMapKind weights_map = ColourMapKind::Blue;
    std::optional<QString> title{QString()};
    std::optional<QString> caption{};
    std::optional<QString> row_title{}, column_title{}; ///< of the axes
    bool has_numbers = false; ///< in cells that have room for them
    bool has_colour_bar = true; ///< with the name of its quantity
    bool is_transparent = false;
    double dpi = 600; ///< of a PNG
};

/** @throws Error naming what is too small, too large or unknown */
void checkFigureRequest(const FigureRequest& request);

} // namespace glassformer
