#pragma once

#include <QStringList>

namespace glassformer {

/** What the user had run lately, the newest first. */
QStringList recentSentences();
/** Nothing is kept of an empty text, or of one that is very long. */
void rememberSentence(const QString& text);

} // namespace glassformer
