#pragma once

#include "core/trace/model.h"

#include <optional>
#include <string>

namespace glassformer {

// Gaps in the text of a model that fills them: "The [MASK] didn't cross the street."

/** Whether the token stands for a gap. */
bool isGap(const Token& token);
/** The first gap among the tokens that were read. */
std::optional<int> firstGap(const Trace& trace);

/** How the model's tokenizer writes a gap; empty if it has none. */
std::string gapMark(const Model& model);

/** The text that was read with a token put in place of another. */
std::string withTokenText(const Trace& trace, int token, const std::string& text);

} // namespace glassformer
