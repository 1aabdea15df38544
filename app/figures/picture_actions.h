#pragma once

namespace glassformer {

struct WindowParts;

/** Asks for a file and writes the picture that is on the screen into it. */
void savePicture(const WindowParts& parts);
void copyPicture(const WindowParts& parts);

} // namespace glassformer
