#pragma once

#include <QByteArray>
#include <QString>

namespace glassformer {

struct PaperFigure;

/**
 * The figure as a tikzpicture: shapes in millimetres, words in the font of the document, each where it stands in the
 * figure. It needs \usepackage{tikz}; Chinese words need XeLaTeX or LuaLaTeX with a Chinese font.
 */
QByteArray tikzBytes(const PaperFigure& figure);

/** Any text as LaTeX sets it. */
QString latexText(const QString& text);

} // namespace glassformer
