#pragma once

class QWidget;

namespace glassformer {

/** What the program is, its version and its licence. */
void showAbout(QWidget* window);

} // namespace glassformer
