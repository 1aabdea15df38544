#pragma once

#include "widgets/look/colour_map.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace glassformer {

// What journals and slides take; everything outside is refused by name.
inline constexpr double least_width_mm = 20, most_width_mm = 1000;
inline constexpr double least_font_pt = 5, most_font_pt = 72;
inline constexpr double least_dpi = 30, most_dpi = 2400;
inline constexpr double slide_width_mm = 254, slide_height_mm = 142.875; ///< 16:9

/** One picture for paper, as it is asked for. Texts that are left out are made; empty ones are not wanted. */
struct FigureRequest
{
    std::string picture = "heatmap"; ///< id of an entry of paperPictures(), or several: see picturesIn()
    double width_mm = 85; ///< a column; the height follows
    double height_mm =
        0; ///< of a slide: everything is laid out so narrow that it has room; 0: as high as it is
    QString language{}; ///< of its words: "en", "zh_CN"; empty: the window's
    QString font_family{}; ///< empty: the sans-serif of the desktop
    double font_pt = 7; ///< no text of the figure is smaller than least_font_pt
    bool is_dark = false;
    ColourMapKind weights_map = ColourMapKind::Blue;
    std::optional<QString> title{QString()};
    std::optional<QString> caption{};
    std::optional<QString> row_title{}, column_title{}; ///< of the axes
    bool hides_special = false; ///< tokens that are no words
    std::optional<std::vector<int>> rows{}, columns{}; ///< tokens that are shown, sorted; nothing: all
    std::optional<int>
        told_row{}; ///< the last row of a map that is seen: those behind it are covered; nothing: all
    bool has_numbers = false; ///< in cells that have room for them
    bool has_colour_bar = true; ///< with the name of its quantity
    bool is_transparent = false;
    bool has_outlines = false; ///< words are shapes in SVG and PDF, for those who lack the font
    double dpi = 600; ///< of a PNG

    bool operator==(const FigureRequest&) const = default;
};

/** @throws Error naming what is too small, too large or unknown */
void checkFigureRequest(const FigureRequest& request);

} // namespace glassformer
