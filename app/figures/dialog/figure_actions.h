#pragma once

namespace glassformer {

struct WindowParts;

/** Opens the dialog for a figure of what is shown. */
void makeFigure(const WindowParts& parts);
/** Puts a figure of what is shown on the clipboard, as the last one was chosen; says below the input bar what can't be. */
void copyFigureAgain(const WindowParts& parts);

/** Asks where a handout of the walk goes, as PDF or as one HTML file, and writes it. */
void makeHandout(const WindowParts& parts);

} // namespace glassformer
