#include "core/text/sentence_piece/charsmap.h"

#include "core/error.h"
#include "core/text/characters/unicode.h"

#include <utf8proc.h>

namespace glassformer {
namespace {

constexpr std::size_t unit_bytes = 4;
/** Longer graphemes are replaced character by character. */
constexpr std::size_t short_grapheme_bytes = 6;

std::uint32_t unitAt(std::string_view bytes, std::size_t position)
{
    std::uint32_t unit = 0;
    for (std::size_t i = unit_bytes; i-- > 0;)
        unit = unit << 8 | static_cast<unsigned char>(bytes[position + i]);
    return unit;
}

/** The fields of a unit of a Darts-clone double array. */
bool hasLeaf(std::uint32_t unit)
{
    return (unit >> 8 & 1) != 0;
}

std::uint32_t valueOf(std::uint32_t unit)
{
    return unit & 0x7FFFFFFF;
}

std::uint32_t labelOf(std::uint32_t unit)
{
    return unit & 0x800000FF;
}

std::uint32_t offsetOf(std::uint32_t unit)
{
    return unit >> 10 << ((unit & 0x200) >> 6);
}

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/** End of the grapheme that begins at a byte of a valid text. */
std::size_t graphemeEnd(std::string_view text, std::size_t begin)
{
    utf8proc_int32_t state = 0;
    Character last = characterAt(text, begin);
    std::size_t end = begin + last.size;
    while (end < text.size()) {
        const Character next = characterAt(text, end);
        if (utf8proc_grapheme_break_stateful(
                static_cast<utf8proc_int32_t>(last.code), static_cast<utf8proc_int32_t>(next.code), &state)) {
            break;
        }
        end += next.size;
        last = next;
    }
    return end;
}

void replaceCharacters(const Charsmap& charsmap, std::string_view text, TextSpan span, MappedText& mapped)
{
    for (std::size_t begin = span.begin; begin < span.end;) {
        const std::size_t end = begin + characterAt(text, begin).size;
        const std::string_view character = text.substr(begin, end - begin);
        const std::optional<Charsmap::Match> match = charsmap.shortestMatch(character);
        mapped.append(match ? match->replacement : character, {begin, end});
        begin = end;
    }
}

} // namespace

Charsmap Charsmap::fromBytes(std::string_view bytes, const std::string& where)
{
    Charsmap charsmap;
    if (bytes.empty())
        return charsmap;
    if (bytes.size() < unit_bytes)
        throw Error(
            {Message::tr("a table of %1 bytes", bytes.size()), where, Message::tr("at least 4 bytes"), {}});
    const std::uint32_t trie_bytes = unitAt(bytes, 0);
    const std::string_view rest = bytes.substr(unit_bytes);
    if (trie_bytes == 0 || trie_bytes % unit_bytes != 0 || trie_bytes >= rest.size()) {
        throw Error({Message::tr("a trie of %1 bytes", trie_bytes), where,
            Message::tr("a multiple of 4, less than the %1 bytes that follow", rest.size()), {}});
    }
    if (rest.back() != '\0')
        throw Error({Message::tr("replacements that do not end with a zero byte"), where,
            Message::tr("a zero byte after each"), {}});
    charsmap.m_replacements = rest.substr(trie_bytes);
    requireValidUtf8(charsmap.m_replacements, where);
    charsmap.m_units.reserve(trie_bytes / unit_bytes);
    for (std::size_t position = 0; position < trie_bytes; position += unit_bytes)
        charsmap.m_units.push_back(unitAt(rest, position));
    return charsmap;
}

/** Calls visit(match) for each key that the text begins with, the shortest first, until it returns false. */
template <class Visit> void Charsmap::visitMatches(std::string_view text, Visit visit) const
{
    if (m_units.empty())
        return;
    std::size_t node = offsetOf(m_units[0]);
    for (std::size_t i = 0; i < text.size() && text[i] != '\0'; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        node ^= byte;
        if (node >= m_units.size() || labelOf(m_units[node]) != byte)
            return;
        const std::uint32_t unit = m_units[node];
        node ^= offsetOf(unit);
        if (!hasLeaf(unit))
            continue;
        if (node >= m_units.size())
            return;
        const std::size_t value = valueOf(m_units[node]);
        if (value >= m_replacements.size() || continuesCharacter(m_replacements[value]))
            return;
        // The replacements end with a zero byte, so one is found.
        const std::size_t end = m_replacements.find('\0', value);
        if (!visit(Match{i + 1, std::string_view(m_replacements).substr(value, end - value)}))
            return;
    }
}

std::optional<Charsmap::Match> Charsmap::longestMatch(std::string_view text) const
{
    std::optional<Match> longest;
    visitMatches(text, [&longest](const Match& match) {
        longest = match;
        return true;
    });
    return longest;
}

std::optional<Charsmap::Match> Charsmap::shortestMatch(std::string_view text) const
{
    std::optional<Match> shortest;
    visitMatches(text, [&shortest](const Match& match) {
        shortest = match;
        return false;
    });
    return shortest;
}

MappedText replaceGraphemes(const Charsmap& charsmap, std::string_view text)
{
    MappedText mapped;
    for (std::size_t begin = 0; begin < text.size();) {
        const TextSpan span{begin, graphemeEnd(text, begin)};
        const std::string_view grapheme = text.substr(begin, span.end - begin);
        std::optional<Charsmap::Match> match;
        if (grapheme.size() < short_grapheme_bytes)
            match = charsmap.shortestMatch(grapheme);
        if (match)
            mapped.append(match->replacement, span);
        else
            replaceCharacters(charsmap, text, span, mapped);
        begin = span.end;
    }
    return mapped;
}

} // namespace glassformer
