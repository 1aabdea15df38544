#pragma once

#include "app/figures/paper_figure.h"

namespace glassformer {

/** "translator-encoder4-head1-softmax", and behind it the picture if that is another one than the step's own map. */
QString figureFileName(const FigureScene& scene, const View& view, const FigureRequest& request);

/** Writes it as the ending of the path says. Empty, or what went wrong; then what was there stays. */
Message writeFigure(const PaperFigure& figure, const QString& path);

/** The same with bytes that are made already. */
Message writeBytes(const QByteArray& bytes, const QString& path);

/** Puts it on the clipboard as SVG, PDF and image. @throws Error for an image too large */
void copyFigure(const PaperFigure& figure);

} // namespace glassformer
