#pragma once

#include "core/text/encoding.h"

#include <string>
#include <string_view>

namespace glassformer {

/** A text as Chinese is written: without the spaces beside Chinese characters and their punctuation. */
std::string withoutChineseSpaces(std::string_view text);

/**
 * A text with a word in place of a part of it, as a sentence is written: spaces at the ends of the part stay; those
 * between Chinese characters, and before punctuation, that come to stand there go.
 * \param part  of the text, which is valid UTF-8
 */
std::string replacedInSentence(std::string_view text, TextSpan part, std::string_view by);

} // namespace glassformer
