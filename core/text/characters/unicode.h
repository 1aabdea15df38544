#pragma once

#include "core/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace glassformer {

/** The distinctions that cutting text into words needs. */
enum class CharacterKind
{
    Letter, ///< of an alphabet or syllabary
    Mark, ///< combines with the character before it
    Han, ///< Chinese character: a word by itself
    Digit,
    Space,
    Symbol, ///< punctuation and everything else
};

/** One character of a valid UTF-8 text. */
struct Character
{
    char32_t code = 0;
    std::size_t size = 0; ///< in bytes
};

/** The character that the bytes begin with; nothing if they are empty or begin with no UTF-8 character. */
std::optional<Character> firstCharacter(std::string_view bytes);

/** The character at a byte position that is the start of a character of a valid UTF-8 text. */
Character characterAt(std::string_view text, std::size_t position);

/** Position of the first byte that begins no UTF-8 character (overlong forms and surrogates are none). */
std::optional<std::size_t> firstInvalidByte(std::string_view text);

/** @throws Error naming `where` and the byte if the text is not valid UTF-8. */
void requireValidUtf8(std::string_view text, const Place& where);

/** The text with every byte that belongs to no UTF-8 character replaced by U+FFFD. */
std::string replaceInvalidUtf8(std::string_view text);

/**
 * The same with one U+FFFD for the bytes of a character that was cut off: "\xE4\xB8" is one. Source: the Unicode
 * Standard, section 3.9, "U+FFFD Substitution of Maximal Subparts".
 */
std::string replaceBrokenCharacters(std::string_view text);

CharacterKind kindOf(char32_t code);

/** Opening bracket or opening quotation mark: "(", "[", "«". */
bool isOpening(char32_t code);

/** The straight or the curly apostrophe. */
bool isApostrophe(char32_t code);

/** Written without spaces around it: Chinese characters and full-width punctuation. */
bool isUnspaced(char32_t code);

} // namespace glassformer
