#pragma once

#include "core/message.h"

#include <QString>

namespace glassformer {

/** What core has to say, in the language of the window. Any thread may ask. */
QString messageText(const Message& message);

} // namespace glassformer
