#pragma once

#include <QString>

namespace glassformer {

/** A language as the window calls it, or as its speakers do; of a code like "fr", "fr_XX". Unknown codes stay. */
QString languageName(const QString& code);

} // namespace glassformer
