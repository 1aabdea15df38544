#pragma once

#include <QFont>

namespace glassformer {

/** The same letters in another size; fonts have theirs in points or, in front of a class, in pixels. */
QFont scaledFont(QFont font, double factor);

} // namespace glassformer
