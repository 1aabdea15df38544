#include "core/text/shown_tokens.h"

#include "core/text/characters/aligned_text.h"
#include "core/text/characters/unicode.h"
#include "core/text/characters/unicode_class.h"
#include "core/text/entry_style.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace glassformer {
namespace {

constexpr std::size_t longest_character = 4; ///< bytes of UTF-8
constexpr std::size_t most_together =
    32; ///< tokens that each end inside a character; real texts have fewer than 9

int digitOf(char digit)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::size_t value = digits.find(digit);
    return value == std::string_view::npos ? -1 : static_cast<int>(value);
}

/** The byte of "<0xE4>" at the beginning of a text; nothing for what alone is a character. */
std::optional<char> partialByte(std::string_view text)
{
    constexpr std::size_t size = 6;
    if (text.size() < size || text.substr(0, 3) != "<0x" || text[size - 1] != '>')
        return std::nullopt;
    const int high = digitOf(text[3]);
    const int low = digitOf(text[4]);
    return high < 8 || low < 0 ? std::nullopt : std::optional<char>(static_cast<char>(high * 16 + low));
}

/** A text with its named bytes as bytes. */
struct Bytes
{
    std::string text;
    bool has_partial = false;
};

Bytes bytesOf(std::string_view text)
{
    Bytes bytes;
    while (!text.empty()) {
        const std::optional<char> byte = partialByte(text);
        bytes.has_partial = bytes.has_partial || byte;
        bytes.text += byte.value_or(text.front());
        text.remove_prefix(byte ? 6 : 1);
    }
    return bytes;
}

/** Whether more bytes could make a character of all of these. */
bool isBeginningOfCharacter(const std::string& bytes)
{
    if (const auto character = firstCharacter(bytes))
        return character->size == bytes.size();
    if (bytes.size() == longest_character)
        return false;
    // One of each range that the byte behind another may be of.
    for (const char next : {'\x80', '\x90', '\xA0'})
        if (isBeginningOfCharacter(bytes + next))
            return true;
    return false;
}

/** Whether more bytes could make characters of all of these. */
bool isBeginning(std::string_view bytes)
{
    const std::optional<std::size_t> broken = firstInvalidByte(bytes);
    return !broken
        || (bytes.size() - *broken < longest_character
            && isBeginningOfCharacter(std::string(bytes.substr(*broken))));
}

/** What the bytes [begin, end) of a valid text are a part of: whole characters. */
std::string charactersAround(std::string_view text, std::size_t begin, std::size_t end)
{
    std::string around;
    for (std::size_t place = 0; place < end;) {
        const std::size_t size = characterAt(text, place).size;
        if (place + size > begin)
            around.append(text.substr(place, size));
        place += size;
    }
    return around;
}

/** How many tokens from the first on make whole characters together; 0: none do. */
std::size_t countTogether(std::span<const Token> tokens, std::string& characters)
{
    const std::size_t most = std::min(tokens.size(), most_together);
    for (std::size_t count = 0; count < most && !tokens[count].is_special; ++count) {
        const Bytes bytes = bytesOf(tokens[count].text);
        if (!bytes.has_partial)
            return 0;
        characters += bytes.text;
        if (!firstInvalidByte(characters))
            return count + 1;
        if (!isBeginning(characters))
            return 0;
    }
    return 0;
}

} // namespace

void tellParts(std::span<Token> tokens)
{
    for (std::size_t first = 0; first < tokens.size();) {
        std::string characters;
        const std::size_t count = countTogether(tokens.subspan(first), characters);
        std::size_t begin = 0;
        for (std::size_t i = 0; i < count && count > 1; ++i) {
            Token& token = tokens[first + i];
            const std::size_t end = begin + bytesOf(token.text).text.size();
            token.stands_for = charactersAround(characters, begin, end);
            token.part = static_cast<int>(i) + 1;
            token.parts = static_cast<int>(count);
            begin = end;
        }
        first += std::max<std::size_t>(count, 1);
    }
}

void tellUnknown(std::span<Token> tokens, int unknown_id, std::string_view text)
{
    for (Token& token : tokens) {
        const std::string_view part = text.substr(token.span.begin, token.span.end - token.span.begin);
        if (token.id == unknown_id && part != token.text)
            token.stands_for = part;
    }
}

std::string shownText(const Token& token)
{
    const std::string meaning = withNamedControls(token.stands_for);
    if (token.parts > 0)
        return meaning + ' ' + std::to_string(token.part) + '/' + std::to_string(token.parts);
    const std::u32string characters = codes(token.text);
    if (std::all_of(characters.begin(), characters.end(), isWhiteSpace))
        return "␣";
    const std::string text = withNamedControls(token.text);
    return meaning.empty() ? text : text + ' ' + meaning;
}

} // namespace glassformer
