#pragma once

#include <QString>

namespace glassformer {

/** A language as the window calls it, a rare one as its speakers do. Of "fr", "fr_XX"; unknown codes stay. */
QString languageName(const QString& code);

} // namespace glassformer
