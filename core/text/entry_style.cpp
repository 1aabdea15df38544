#include "core/text/entry_style.h"

#include "core/text/characters/byte_level.h"
#include "core/text/characters/unicode.h"
#include "core/text/characters/unicode_class.h"
#include "core/text/joiner/joiner_tokenizer.h"

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

/** "<0x41>" -> "A"; other bytes as they are. */
std::string shownByte(std::string_view entry)
{
    for (unsigned char byte = 0x21; byte < 0x7F; ++byte) {
        if (entry == byteEntry(byte))
            return std::string(1, static_cast<char>(byte));
    }
    return std::string(entry);
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

std::string readableEntry(std::string_view entry, const EntryStyle& style)
{
    if (style.is_byte_level) {
        const std::optional<std::string> bytes = bytesOfByteLevel(entry);
        return bytes ? withoutOuterSpaces(withNamedBytes(*bytes)) : std::string(entry);
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
    return withoutOuterSpaces(withSpaces(entry, style.space_mark));
}

std::string markedEntry(std::string_view entry, const EntryStyle& style)
{
    if (!style.is_byte_level)
        return withVisibleSpaces(withSpaces(entry, style.space_mark));
    const std::optional<std::string> bytes = bytesOfByteLevel(entry);
    return bytes ? withVisibleSpaces(withNamedBytes(*bytes)) : std::string(entry);
}

} // namespace glassformer
