#include "core/trace/words/known_words.h"

#include "core/text/characters/aligned_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace glassformer {
namespace {

constexpr std::array<std::string_view, 2> begins_word{"\xC4\xA0", "\xE2\x96\x81"}; // Ġ, ▁
constexpr std::array<std::string_view, 2> continues_word{"##", "\xEF\xBF\xAD"}; // and the joiner ￭

bool hasMark(std::string_view entry, std::string_view mark)
{
    return entry.substr(0, mark.size()) == mark;
}

bool isLetter(char32_t code)
{
    const bool is_ascii = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    const bool is_latin = code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7;
    const bool is_other = code >= 0x370 && code < 0x2000;
    const bool is_han = (code >= 0x3400 && code < 0xA000) || (code >= 0xAC00 && code < 0xD7B0);
    return is_ascii || is_latin || is_other || is_han;
}

bool isWord(const std::string& text)
{
    const std::u32string letters = codes(text);
    return !letters.empty() && isLetter(letters.front())
        && std::all_of(letters.begin(), letters.end(),
            [](char32_t code) { return isLetter(code) || code == '\'' || code == '-' || code == 0x2019; });
}

char32_t lowered(char32_t code)
{
    return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}

std::u32string loweredCodes(const std::string& word)
{
    std::u32string letters = codes(word);
    std::transform(letters.begin(), letters.end(), letters.begin(), lowered);
    return letters;
}

/** Damerau and Levenshtein's distance of two words, in which no part is changed twice; more than `limit`: any such. */
std::size_t distanceOf(const std::u32string& one, const std::u32string& other, std::size_t limit)
{
    if (std::max(one.size(), other.size()) - std::min(one.size(), other.size()) > limit)
        return limit + 1;
    std::vector<std::vector<std::size_t>> rows(3, std::vector<std::size_t>(other.size() + 1));
    for (std::size_t j = 0; j <= other.size(); ++j)
        rows[0][j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::vector<std::size_t>& row = rows[i % 3];
        const std::vector<std::size_t>& before = rows[(i + 2) % 3];
        const std::vector<std::size_t>& earlier = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({row[j - 1] + 1, before[j] + 1, before[j - 1] + (one[i - 1] != other[j - 1])});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], earlier[j - 2] + 1);
        }
    }
    return rows[one.size() % 3][other.size()];
}

} // namespace

std::vector<std::string> knownWords(const Tokenizer& tokenizer)
{
    bool marks_beginnings = false;
    for (int id = 0; id < tokenizer.size(); ++id)
        for (const std::string_view mark : begins_word)
            marks_beginnings = marks_beginnings || hasMark(tokenizer.entry(id), mark);
    std::vector<std::string> words;
    for (int id = 0; id < tokenizer.size(); ++id) {
        const std::string& entry = tokenizer.entry(id);
        const bool begins = std::any_of(begins_word.begin(), begins_word.end(),
            [&entry](std::string_view mark) { return hasMark(entry, mark); });
        const bool continues =
            entry.find(continues_word[1]) != std::string::npos || hasMark(entry, continues_word[0]);
        if (continues || begins != marks_beginnings)
            continue;
        const Token token = tokenizer.token(id);
        std::string text = token.text;
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        if (!token.is_special && isWord(text))
            words.push_back(std::move(text));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::string> nearWords(
    const std::string& word, const std::vector<std::string>& known, std::size_t most)
{
    const std::u32string letters = loweredCodes(word);
    const std::size_t limit = std::max<std::size_t>(1, letters.size() / 3);
    // Of equally many differences, the one that begins alike is likelier to be meant.
    using Near = std::tuple<std::size_t, std::size_t, std::string>;
    std::vector<Near> near;
    for (const std::string& candidate : known) {
        const std::u32string other = loweredCodes(candidate);
        const std::size_t distance = distanceOf(letters, other, limit);
        if (distance == 0 || distance > limit || distance >= other.size() + (other.size() == 1))
            continue;
        const auto differs = std::mismatch(letters.begin(),
            letters.begin() + std::ptrdiff_t(std::min(letters.size(), other.size())), other.begin());
        const auto alike = static_cast<std::size_t>(differs.first - letters.begin());
        near.emplace_back(distance, letters.size() - alike, candidate);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most, near.size()); ++i)
        words.push_back(std::get<2>(near[i]));
    return words;
}

} // namespace glassformer
