#pragma once

#include "core/trace/run/run_words.h"

#include <string>

namespace glassformer {

/**
 * Chooses a word for each row that has none yet: of every row of an encoder alone, of a decoder's last.
 * \param scores  logits of the last rows
 */
void chooseWords(
    const Model& model, const RunRequest& request, const Matrix<float>& scores, Sequences& sequences);

/** What was written, as text; with the text before, or filled in, if there is one stack. Empty without words. */
std::string answerOf(const Model& model, const Sequences& sequences);

} // namespace glassformer
