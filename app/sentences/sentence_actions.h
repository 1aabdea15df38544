#pragma once

#include "app/window/user_action.h"

namespace glassformer {

/** Opens the sentences of the model, or brings them to the front. */
void showSentences(const WindowParts& parts);

/** Runs a sentence; the model writes the language that it writes now, or if the sentence is in that, another one. */
void runSentence(Session& session, const QString& text);

} // namespace glassformer
