#pragma once

#include <QString>

namespace glassformer {

/** "Translator", "Next word": as people read it, in the language of the window; unknown names as they are. */
QString modelTitle(const QString& name);

} // namespace glassformer
