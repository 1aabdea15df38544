#include "core/text/characters/aligned_text.h"

#include "core/text/characters/unicode.h"

#include <algorithm>

namespace glassformer {

AlignedText alignedText(std::string_view text, std::size_t offset)
{
    AlignedText aligned;
    aligned.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        const Character character = characterAt(text, position);
        aligned.push_back({character.code, {offset + position, offset + position + character.size}});
        position += character.size;
    }
    return aligned;
}

void appendUtf8(std::string& text, char32_t code)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | code >> 6);
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3F));
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

std::string utf8(AlignedView text)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (const AlignedCharacter& character : text)
        appendUtf8(bytes, character.code);
    return bytes;
}

std::u32string codes(std::string_view utf8_text)
{
    std::u32string all;
    for (const AlignedCharacter& character : alignedText(utf8_text))
        all += character.code;
    return all;
}

TextSpan originOf(AlignedView text)
{
    if (text.empty())
        return {};
    TextSpan span = text.front().origin;
    for (const AlignedCharacter& character : text) {
        span.begin = std::min(span.begin, character.origin.begin);
        span.end = std::max(span.end, character.origin.end);
    }
    return span;
}

AlignedText prepended(std::u32string_view characters, AlignedView text)
{
    const std::size_t place = text.empty() ? 0 : text.front().origin.begin;
    AlignedText longer;
    longer.reserve(characters.size() + text.size());
    for (const char32_t code : characters)
        longer.push_back({code, {place, place}});
    longer.insert(longer.end(), text.begin(), text.end());
    return longer;
}

} // namespace glassformer
