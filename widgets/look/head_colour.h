#pragma once

#include <QColor>

namespace glassformer {

struct Palette;

/** A colour for one of `count` heads that are drawn over each other: as different as so many can be, on the card. */
QColor headColour(int head, int count, const Palette& palette);

} // namespace glassformer
