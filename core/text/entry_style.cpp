#include "core/text/entry_style.h"

#include "core/text/characters/byte_level.h"
#include "core/text/characters/unicode.h"
#include "core/text/characters/unicode_class.h"
#include "core/text/joiner/joiner_tokenizer.h"

#include <algorithm>
#include <array>
#include <span>

namespace glassformer {
namespace {

bool startsWith(std::string_view text, std::string_view start)
{
    return !start.empty() && text.substr(0, start.size()) == start;
}

/** Bytes that are no UTF-8 as "<0xE4>", the rest as it is. */
std::string withNamedBytes(std::string_view bytes)
{
    std::string text;
    while (const std::optional<std::size_t> position = firstInvalidByte(bytes)) {
        text.append(bytes.substr(0, *position))
            .append(byteEntry(static_cast<unsigned char>(bytes[*position])));
        bytes.remove_prefix(*position + 1);
    }
    return text.append(bytes);
}

std::string withSpaces(std::string_view text, std::string_view mark)
{
    std::string result;
    while (!text.empty()) {
        const bool is_mark = startsWith(text, mark);
        result += is_mark ? ' ' : text.front();
        text.remove_prefix(is_mark ? mark.size() : 1);
    }
    return result;
}

/** "<0x41>" -> "A"; no byte: as it is. */
std::string shownByte(std::string_view entry)
{
    for (int byte = 0; byte < 0x80; ++byte) {
        if (entry == byteEntry(static_cast<unsigned char>(byte)))
            return readableByte(static_cast<unsigned char>(byte));
    }
    return std::string(entry);
}

/** Names in the Unicode Standard's charts and its file NameAliases.txt; empty for a character that is no control. */
std::string nameOfControl(char32_t code)
{
    constexpr std::array<std::string_view, 32> ascii{"NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL",
        "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN",
        "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"};
    if (code < 0x20)
        return std::string(ascii[code]);
    if (code == 0x7F)
        return "DEL";
    if (code < 0x80 || code > 0x9F)
        return {};
    constexpr std::string_view digits = "0123456789ABCDEF";
    return std::string("U+00") + digits[code / 16] + digits[code % 16];
}

struct NamedFormat
{
    char32_t code;
    std::string_view name;
};

/** What orders letters from right to left; a label would be read in another order. */
constexpr NamedFormat orders[]{{0x200E, "LRM"}, {0x200F, "RLM"}, {0x202A, "LRE"}, {0x202B, "RLE"},
    {0x202C, "PDF"}, {0x202D, "LRO"}, {0x202E, "RLO"}, {0x2066, "LRI"}, {0x2067, "RLI"}, {0x2068, "FSI"},
    {0x2069, "PDI"}};
/** What is seen only by what it does to its neighbours. */
constexpr NamedFormat joiners[]{
    {0xAD, "SHY"}, {0x200B, "ZWSP"}, {0x200C, "ZWNJ"}, {0x200D, "ZWJ"}, {0x2060, "WJ"}, {0xFEFF, "BOM"}};

std::string nameIn(std::span<const NamedFormat> names, char32_t code)
{
    const auto known = std::find_if(
        names.begin(), names.end(), [code](const NamedFormat& name) { return name.code == code; });
    return known == names.end() ? std::string() : std::string(known->name);
}

std::string_view signOfSpace(char32_t code)
{
    return code == U'\n' ? "⏎" : code == U'\t' ? "⇥" : "␣";
}

std::string withVisibleSpaces(std::string_view text)
{
    std::string shown;
    for (const AlignedCharacter& character : alignedText(text)) {
        if (isWhiteSpace(character.code))
            shown += signOfSpace(character.code);
        else
            appendUtf8(shown, character.code);
    }
    return shown;
}

std::string withoutOuterSpaces(std::string_view text)
{
    const AlignedText characters = alignedText(text);
    std::size_t begin = 0;
    std::size_t end = characters.size();
    while (begin < end && isWhiteSpace(characters[begin].code))
        ++begin;
    while (end > begin && isWhiteSpace(characters[end - 1].code))
        --end;
    if (begin < end)
        return utf8(AlignedView(characters).subspan(begin, end - begin));
    return withVisibleSpaces(text);
}

} // namespace

std::string readableByte(unsigned char byte)
{
    if (byte >= 0x80)
        return byteEntry(byte);
    const char character = static_cast<char>(byte);
    return isWhiteSpace(byte) ? std::string(signOfSpace(byte))
                              : withNamedControls(std::string_view(&character, 1));
}

std::string withNamedControls(std::string_view text)
{
    const std::u32string characters = codes(text);
    const bool has_more = std::any_of(characters.begin(), characters.end(),
        [](char32_t code) { return !isWhiteSpace(code) && nameIn(joiners, code).empty(); });
    std::string named;
    for (const char32_t code : characters) {
        std::string name = isWhiteSpace(code) ? std::string() : nameOfControl(code);
        if (name.empty())
            name = nameIn(orders, code);
        if (name.empty() && !has_more)
            name = nameIn(joiners, code);
        if (name.empty())
            appendUtf8(named, code);
        else
            named.append("<").append(name).append(">");
    }
    return named;
}

std::string readableEntry(std::string_view entry, const EntryStyle& style)
{
    if (style.is_byte_level) {
        const std::optional<std::string> bytes = bytesOfByteLevel(entry);
        return bytes ? withNamedControls(withoutOuterSpaces(withNamedBytes(*bytes))) : std::string(entry);
    }
    if (style.has_byte_entries && entry.size() == 6 && startsWith(entry, "<0x"))
        return shownByte(entry);
    if (startsWith(entry, style.inner_prefix))
        entry.remove_prefix(style.inner_prefix.size());
    const std::string& suffix = style.end_suffix;
    const bool ends = !suffix.empty() && entry.size() > suffix.size()
        && entry.substr(entry.size() - suffix.size()) == suffix;
    if (ends)
        entry.remove_suffix(suffix.size());
    return withNamedControls(withoutOuterSpaces(withSpaces(entry, style.space_mark)));
}

std::string markedEntry(std::string_view entry, const EntryStyle& style)
{
    if (!style.is_byte_level)
        return withNamedControls(withVisibleSpaces(withSpaces(entry, style.space_mark)));
    const std::optional<std::string> bytes = bytesOfByteLevel(entry);
    return bytes ? withNamedControls(withVisibleSpaces(withNamedBytes(*bytes))) : std::string(entry);
}

} // namespace glassformer
