#pragma once

#include <QString>

namespace glassformer {

class Session;

/**
 * What a person should know of that which is shown: that it was recorded and what its numbers cannot be, what the model's
 * files say that cannot be followed, words that the model doesn't know. Empty: nothing.
 */
QString noteText(const Session& session);

} // namespace glassformer
