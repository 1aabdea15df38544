#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextDocument;

namespace glassformer {

/**
 * Text with formulas, written as people type it: `_x` or `_{it}` is a subscript, `^x` or `^{...}` a superscript,
 * `*bold*` bold, `{q:...}`, `{k:...}`, `{v:...}`, `{f:...}` the colours of query, key, value and faint ink, and
 * `` `...` `` digits of equal width, `{@3:...}` a link with the number 3. A backslash takes any of these signs literally.
 */
QString formulaHtml(const QString& text, const FigureStyle& style);

/** Any text as a literal part of a formula: a token may contain every sign above. */
QString formulaEscaped(const QString& text);

/** Height of the formula when lines break at this width. */
double formulaHeight(const QString& text, double width, const FigureStyle& style, double factor = 1.0);
double formulaWidth(const QString& text, const FigureStyle& style, double factor = 1.0);

/** A formula of one line as it is, or where it is too wide its plain text, cut in the middle. */
QString formulaFitted(const QString& text, double width, const FigureStyle& style, double factor = 1.0);

/** Where a link of a formula stands, from its upper left corner; one that breaks has a part on each line. */
struct FormulaLink
{
    int number = 0;
    QRectF area;
};
std::vector<FormulaLink> formulaLinks(
    const QString& text, double width, const FigureStyle& style, double factor = 1.0);

void paintFormula(QPainter& painter, const QRectF& area, const QString& text, const FigureStyle& style,
    double factor = 1.0, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace glassformer
