#include "core/text/characters/unicode.h"

#include "core/error.h"

#include <cassert>
#include <utf8proc.h>

namespace glassformer {
namespace {

/** The bytes at the start that could have begun a character, or one; the bytes begin no whole character. */
std::size_t brokenSize(std::string_view bytes)
{
    const auto byteAt = [bytes](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    const unsigned lead = byteAt(0);
    if (lead < 0xC2 || lead > 0xF4)
        return 1;
    // The second byte keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byteAt(1) < least || byteAt(1) > most)
        return 1;
    const bool has_third = lead >= 0xF0 && byteAt(2) >= 0x80 && byteAt(2) <= 0xBF;
    return has_third ? 3 : 2;
}

utf8proc_category_t categoryOf(char32_t code)
{
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

bool isBetween(char32_t code, char32_t first, char32_t last)
{
    return code >= first && code <= last;
}

/** utf8proc knows categories but not scripts, so the Han blocks are listed here. */
bool isHan(char32_t code)
{
    return isBetween(code, 0x4E00, 0x9FFF) || isBetween(code, 0x3400, 0x4DBF)
        || isBetween(code, 0xF900, 0xFAFF) || isBetween(code, 0x20000, 0x3FFFF) || code == U'々'
        || code == U'〇';
}

/** Punctuation and symbols of the blocks made for Chinese: "，", "。", "《", "！". */
bool isFullWidthSymbol(char32_t code)
{
    const bool in_block = isBetween(code, 0x3001, 0x303F) || isBetween(code, 0xFF01, 0xFF65);
    return in_block && kindOf(code) == CharacterKind::Symbol;
}

} // namespace

std::optional<Character> firstCharacter(std::string_view bytes)
{
    utf8proc_int32_t code = -1;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
        static_cast<utf8proc_ssize_t>(bytes.size()), &code);
    if (size <= 0)
        return std::nullopt;
    return Character{static_cast<char32_t>(code), static_cast<std::size_t>(size)};
}

Character characterAt(std::string_view text, std::size_t position)
{
    const std::optional<Character> character = firstCharacter(text.substr(position));
    assert(character);
    return *character;
}

std::optional<std::size_t> firstInvalidByte(std::string_view text)
{
    std::size_t position = 0;
    while (position < text.size()) {
        const std::optional<Character> character = firstCharacter(text.substr(position));
        if (!character)
            return position;
        position += character->size;
    }
    return std::nullopt;
}

void requireValidUtf8(std::string_view text, const Place& where)
{
    if (const std::optional<std::size_t> position = firstInvalidByte(text)) {
        throw Error({.found = Message::tr("a byte that is not UTF-8, at byte %1", *position),
            .where = where,
            .expected = Message::tr("text in UTF-8"),
            .remedy = Message::tr("Save the text in the encoding UTF-8.")});
    }
}

std::string replaceInvalidUtf8(std::string_view text)
{
    std::string valid;
    while (const std::optional<std::size_t> position = firstInvalidByte(text)) {
        valid.append(text.substr(0, *position)).append("\uFFFD");
        text.remove_prefix(*position + 1);
    }
    return valid.append(text);
}

std::string replaceBrokenCharacters(std::string_view text)
{
    std::string valid;
    while (const std::optional<std::size_t> position = firstInvalidByte(text)) {
        valid.append(text.substr(0, *position)).append("\uFFFD");
        text.remove_prefix(*position + brokenSize(text.substr(*position)));
    }
    return valid.append(text);
}

CharacterKind kindOf(char32_t code)
{
    if (isHan(code))
        return CharacterKind::Han;
    switch (categoryOf(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return CharacterKind::Letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return CharacterKind::Mark;
    case UTF8PROC_CATEGORY_ND:
        return CharacterKind::Digit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return CharacterKind::Space;
    default:
        // Tab, the line ends and "next line" are controls by category but white space by use.
        return isBetween(code, 0x09, 0x0D) || code == 0x85 ? CharacterKind::Space : CharacterKind::Symbol;
    }
}

bool isOpening(char32_t code)
{
    const utf8proc_category_t category = categoryOf(code);
    return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

bool isApostrophe(char32_t code)
{
    return code == U'\'' || code == U'’';
}

bool isUnspaced(char32_t code)
{
    return isHan(code) || isFullWidthSymbol(code);
}

} // namespace glassformer
