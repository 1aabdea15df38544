#pragma once

#include "app/figures/figure_request.h"
#include "widgets/look/figure_style.h"

namespace glassformer {

/**
 * How painters draw on paper. They measure in pixels of a font of 13 of them, as on a screen; on paper such a pixel is
 * as long as makes that font as large as was asked for.
 */
struct PaperStyle
{
    FigureStyle style;
    double unit_mm = 1; ///< length of a pixel of the style

    double widthOf(double mm) const { return mm / unit_mm; }
    /** Size of a font of the style, in points. */
    double pointsOf(const QFont& font) const;
};

PaperStyle paperStyle(const FigureRequest& request);

/** The same, so large that a font which painters shrink as far as they do is still readable. */
PaperStyle raisedStyle(const FigureRequest& request);

} // namespace glassformer
