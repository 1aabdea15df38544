#pragma once

#include <QString>

namespace glassformer {

class StepView;

/** Writes the picture as SVG or, at twice the size of the screen, as PNG; the ending of the name decides. */
bool saveFigure(StepView& view, const QString& path);
/** Puts the picture on the clipboard, as an image and as SVG. */
void copyFigure(StepView& view);

} // namespace glassformer
