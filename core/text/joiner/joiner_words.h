#pragma once

#include "core/text/encoding.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** U+FFED. In a vocabulary entry it stands where the entry touches its neighbour without a space. */
inline constexpr std::string_view joiner_mark = "\uFFED";

/** One word of a text, and on which sides it is the one to say that no space separates it from its neighbour. */
struct TextWord
{
    TextSpan span;
    bool joins_left = false;
    bool joins_right = false;

    bool operator==(const TextWord&) const = default;
};

/**
 * Words of a valid UTF-8 text; what lies between them is white space.
 *
 * A word is a run of letters, a run of digits, or a single other character (punctuation, a Chinese character).
 * An apostrophe stays in the word before it if a letter or digit follows: in the middle for the English contractions
 * ("didn't"), at the end otherwise ("l'" + "animal").
 *
 * Where two words touch, exactly one of them joins, so that common words keep one form: the right one if it is
 * punctuation that does not open anything ("end" + "￭."), else the left one if it is punctuation or ends with an
 * apostrophe ("(￭" + "animal", "l'￭" + "animal"), else the right one ("3" + "￭rd"). None joins if one of the
 * touching characters is written without spaces anyway, as Chinese characters are.
 */
std::vector<TextWord> splitWords(std::string_view text);

/** How a vocabulary writes a piece of text: with a joiner mark on the sides that join. */
std::string markedForm(std::string_view piece, bool joins_left, bool joins_right);

} // namespace glassformer
