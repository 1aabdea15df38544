#include "core/text/characters/chinese_spacing.h"

#include "core/text/characters/aligned_text.h"
#include "core/text/characters/unicode.h"

namespace glassformer {
namespace {

/** Whether a word that comes to stand there leaves out the spaces between the two characters. */
bool touch(char32_t left, char32_t right)
{
    constexpr std::u32string_view closing = U".,?!;:)";
    return (isUnspaced(left) && isUnspaced(right)) || closing.find(right) != closing.npos;
}

char32_t firstOf(std::string_view text)
{
    return text.empty() ? 0 : characterAt(text, 0).code;
}

char32_t lastOf(std::string_view text)
{
    return text.empty() ? 0 : alignedText(text).back().code;
}

} // namespace

std::string withoutChineseSpaces(std::string_view text)
{
    const std::u32string characters = codes(text);
    std::string result;
    for (std::size_t i = 0; i < characters.size();) {
        std::size_t end = i;
        while (end < characters.size() && characters[end] == U' ')
            ++end;
        const bool is_inside = i > 0 && end < characters.size();
        if (end > i && !(is_inside && (isUnspaced(characters[i - 1]) || isUnspaced(characters[end]))))
            result.append(end - i, ' ');
        if (end < characters.size())
            appendUtf8(result, characters[end]);
        i = end + 1;
    }
    return result;
}

std::string replacedInSentence(std::string_view text, TextSpan part, std::string_view by)
{
    while (part.begin < part.end && text[part.begin] == ' ')
        ++part.begin;
    while (part.end > part.begin && text[part.end - 1] == ' ')
        --part.end;
    std::string_view before = text.substr(0, part.begin);
    std::string_view behind = text.substr(part.end);
    const std::size_t end = before.find_last_not_of(' ');
    if (end != std::string_view::npos && touch(lastOf(before.substr(0, end + 1)), firstOf(by)))
        before = before.substr(0, end + 1);
    const std::size_t begin = behind.find_first_not_of(' ');
    if (begin != std::string_view::npos && touch(lastOf(by), firstOf(behind.substr(begin))))
        behind = behind.substr(begin);
    return std::string(before).append(by).append(behind);
}

} // namespace glassformer
