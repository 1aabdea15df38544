#pragma once

#include <cstddef>

namespace glassformer {

struct WindowParts;

/** Whether what is shown can be a place, and there is room for one more. */
bool canAddPlace(const WindowParts& parts);
/** Keeps what is shown as a place, named after its step. */
void addPlace(const WindowParts& parts);

/** Shows a place. What cannot be shown is told, and leaves what was; index < places.size(). */
void goToPlace(const WindowParts& parts, std::size_t index);
/** To the next place (1) or the one before (-1); from none to the first or the last. Nothing beyond the ends. */
bool canStepPlace(const WindowParts& parts, int by);
void stepPlace(const WindowParts& parts, int by);

} // namespace glassformer
