#pragma once

#include <QString>
#include <QStringList>

namespace glassformer {

/** The same text with invisible places to break in words that are longer than `longest`: a label can then be narrow. */
QString breakableText(const QString& text, int longest = 20);

/** At most `most` characters and an ellipsis, from the beginning or, where that is what counts, from the end. */
QString shortenedText(const QString& text, int most, bool keeps_end);

/** The same text on a button, a tab or in a menu, where a single & would underline what follows it. */
QString literalLabel(QString text);

/** Sentences one after the other, those that are empty left out; signs of Chinese bring the space behind them along. */
QString sentencesText(const QStringList& sentences);

/** "head 3: 0.72": what something is, behind its name. */
QString namedText(const QString& name, const QString& value);

/** In rich text, with names like d_k and W_O as formulas have them; nothing else is taken for markup. */
QString withSubscripts(const QString& text);

/** For a tool tip: wrapped, and nothing in the text is taken for markup (a token may be called <s>). */
QString tipText(const QString& text);

} // namespace glassformer
