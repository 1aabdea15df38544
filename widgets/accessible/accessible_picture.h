#pragma once

namespace glassformer {

/**
 * From now on screen readers learn of every picture what it is called, what it shows, and where it is a table, its cells;
 * of the inspector they read the arithmetic.
 */
void makePicturesAccessible();

} // namespace glassformer
