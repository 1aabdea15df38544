#include "widgets/look/head_colour.h"

#include "widgets/look/palette.h"

namespace glassformer {

QColor headColour(int head, int count, const Palette& palette)
{
    // Neighbours differ in lightness, too: a circle of many hues alone has some that look alike.
    const double hue = 0.58 + double(head) / (count > 0 ? count : 1);
    const double lightness = (palette.is_dark ? 0.66 : 0.4) + (head % 2 == 0 ? 0.06 : -0.06);
    return QColor::fromHslF(float(hue - int(hue)), 0.72f, float(lightness));
}

} // namespace glassformer
