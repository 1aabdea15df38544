#pragma once

namespace glassformer {

// Classes of characters that the tokenizers of others go by. Categories are those of Unicode 15 (utf8proc).

bool isWhiteSpace(char32_t code); ///< White_Space: \s of regular expressions, 25 characters
bool isLetter(char32_t code); ///< \p{L}
bool isUppercaseLetter(char32_t code); ///< \p{Lu}
bool isTitlecaseLetter(char32_t code); ///< \p{Lt}
bool isLowercaseLetter(char32_t code); ///< \p{Ll}
bool isNumber(char32_t code); ///< \p{N}: also "½", "Ⅳ", "②"
bool isMark(char32_t code); ///< \p{M}
bool isNonspacingMark(char32_t code); ///< \p{Mn}: accents
bool isPunctuation(char32_t code); ///< \p{P} and the ASCII symbols such as "$" and "+"
bool isOther(char32_t code); ///< \p{C} without the unassigned: control, format, surrogate, private use
bool isWordCharacter(
    char32_t code); ///< \w: alphabetic, mark, decimal digit, connector, joiner (UTS 18, annex C)

char32_t lowercase(char32_t code); ///< of one character; the two of U+0130 are its caller's business
int combiningClass(char32_t code); ///< 0 for a character that begins something new

} // namespace glassformer
