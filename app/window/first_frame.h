#pragma once

class QWidget;

namespace glassformer {

/** For measuring how long the program takes to start: leaves once the window has painted itself for the first time. */
void quitAfterFirstFrame(QWidget& window);

} // namespace glassformer
