#pragma once

#include "core/message.h"

#include <QString>

namespace glassformer {

/** What core has to say, in the language of the window. Any thread may ask. */
QString messageText(const Message& message);

/** The same as a line of its own: as a sentence begins, unless it begins with the name of a file or a field. */
QString sentenceText(const Message& message);

} // namespace glassformer
