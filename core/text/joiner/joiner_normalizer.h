#pragma once

#include "core/text/characters/mapped_text.h"

#include <string_view>

namespace glassformer {

/** What a JoinerTokenizer does to a text before it cuts it, so that every way to type a sentence gives the same tokens. */
struct JoinerNormalizer
{
    bool narrow_letters = false; ///< full-width letters and digits become those of ASCII: "Ａ１" -> "A1"
    bool single_spaces = false; ///< white space becomes one space, and none at the ends
    /**
     * ",.?!:;(" behind a Chinese character become "，。？！：；（", "(" before one too, ")" as the bracket that it closes,
     * and white space beside Chinese writing goes away. A text that was changed so is not changed again.
     */
    bool chinese_punctuation = false;

    bool isNone() const { return !narrow_letters && !single_spaces && !chinese_punctuation; }
    bool operator==(const JoinerNormalizer&) const = default;
};

/** \param text  valid UTF-8 */
MappedText normalizedForJoiner(std::string_view text, const JoinerNormalizer& rules);

} // namespace glassformer
