#pragma once

#include "widgets/look/colour_map.h"
#include "widgets/look/palette.h"

#include <QFont>

namespace glassformer {

/**
 * All that a painter must know besides the numbers: colours, fonts, how numbers become colours. The same picture with
 * another style is the dark one, the one for the projector or the one for a printed page.
 *
 * Fonts are sized in pixels of the figure, never in points: a figure then looks the same on every device.
 */
struct FigureStyle
{
    Palette palette = lightPalette();
    QFont font;
    ColourLook colours;

    QFont scaledFont(double factor, bool is_bold = false) const;
    QFont smallFont() const { return scaledFont(0.84); }
    QFont boldFont() const { return scaledFont(1.0, true); }
    /** Digits of equal width, for arithmetic. */
    QFont numberFont(double factor = 1.0) const;
    /** Height of one line of text: the unit in which pictures measure their distances. */
    double em() const;
};

/** Light colours and a plain sans-serif font of 13 pixels, whatever the desktop looks like. */
FigureStyle exportStyle(const ColourLook& colours);

} // namespace glassformer
