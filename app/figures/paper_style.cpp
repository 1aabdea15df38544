#include "app/figures/paper_style.h"

#include "widgets/pictures/picture.h"

#include <QFontDatabase>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double font_pixels = 13;
constexpr double mm_per_point = 25.4 / 72;
/** No painter shrinks a font below this share of its size. */
constexpr double smallest_share = 0.6;

PaperStyle styleOf(const FigureRequest& request, double points)
{
    PaperStyle paper;
    FigureStyle& style = paper.style;
    style.palette = request.is_dark ? darkPalette() : lightPalette();
    style.colours = Picture::colours(); // how numbers become colours, as on the screen
    style.colours.weights = request.weights_map;
    style.font = request.font_family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont)
                                               : QFont(request.font_family);
    style.font.setPixelSize(int(font_pixels));
    // Words are as wide in every form of the figure as they were measured.
    style.font.setHintingPreference(QFont::PreferNoHinting);
    paper.unit_mm = points * mm_per_point / font_pixels;
    return paper;
}

} // namespace

double PaperStyle::pointsOf(const QFont& font) const
{
    return font.pixelSize() * unit_mm / mm_per_point;
}

PaperStyle paperStyle(const FigureRequest& request)
{
    return styleOf(request, request.font_pt);
}

PaperStyle raisedStyle(const FigureRequest& request)
{
    return styleOf(request, std::max(request.font_pt, least_font_pt / smallest_share));
}

} // namespace glassformer
