#pragma once

#include <span>

class QWidget;

namespace glassformer {

/**
 * Moves the focus of a window as one reads: through one part after the other, in the order given, and in each in the order in
 * which its widgets were made. What is in none of the parts comes last. What gets the focus is scrolled into sight.
 *
 * \return whether there was anything to move to
 */
bool moveFocus(QWidget& window, std::span<QWidget* const> parts, bool is_forward);

} // namespace glassformer
