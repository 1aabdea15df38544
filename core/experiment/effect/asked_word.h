#pragma once

#include "core/experiment/effect/head_effect.h"

#include <optional>
#include <string>

namespace glassformer {

/**
 * The word that is asked about where nobody says which: what fills the first gap, the next word behind the text, the
 * pronoun that is written or the first word. Nothing if the run has no words.
 */
std::optional<AskedWord> firstAskedWord(const Trace& trace);

/** The first written word of this text, without the blanks around it; from the first that was not given. */
std::optional<AskedWord> writtenWord(const Trace& trace, const std::string& text);

/**
 * An entry of the vocabulary by its text: one that is written just so, or else without the blanks around it.
 * @throws Error if there is none
 */
Token vocabularyWord(const Tokenizer& tokenizer, const std::string& text);

} // namespace glassformer
