#include "core/experiment/attention/word_groups.h"

#include "core/experiment/attention/attention_map.h"
#include "core/text/characters/unicode.h"
#include "core/text/shown_tokens.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

bool isChinese(const Token& token)
{
    const std::optional<Character> first = firstCharacter(token.text);
    return !token.is_special && first && kindOf(first->code) == CharacterKind::Han;
}

bool touches(const Token& left, const Token& right)
{
    return !left.span.isEmpty() && left.span.end == right.span.begin;
}

/** Whether a token goes on with what the one before it began. */
bool goesOn(const Token& before, const Token& token)
{
    if (token.parts > 1)
        return token.part > 1 && before.parts == token.parts && before.part == token.part - 1;
    if (before.is_special || token.is_special || isPunctuation(before) || isPunctuation(token))
        return false;
    return before.is_piece && token.is_piece && touches(before, token) && !isChinese(before)
        && !isChinese(token);
}

/** How many Chinese tokens from here on make up the longest known word; 1 if there is none. */
int knownWord(std::span<const Token> tokens, const std::set<std::string>& known_words)
{
    std::string text;
    int longest = 1;
    for (std::size_t i = 0; i < tokens.size() && isChinese(tokens[i]); ++i) {
        if (i > 0 && !tokens[i - 1].span.isEmpty() && !touches(tokens[i - 1], tokens[i]))
            break;
        text += tokens[i].text;
        if (known_words.count(text) > 0)
            longest = int(i) + 1;
    }
    return longest;
}

int piecesOf(std::span<const Token> tokens)
{
    int count = 1;
    while (std::size_t(count) < tokens.size()
        && goesOn(tokens[std::size_t(count) - 1], tokens[std::size_t(count)]))
        ++count;
    return count;
}

std::string textOf(std::span<const Token> tokens)
{
    if (tokens.size() == 1 || tokens[0].parts > 1)
        return tokens[0].parts > 1 && int(tokens.size()) == tokens[0].parts ? tokens[0].stands_for
                                                                            : shownText(tokens[0]);
    std::string text;
    for (const Token& token : tokens)
        text += token.text;
    return text;
}

} // namespace

std::vector<WordGroup> wordGroups(std::span<const Token> tokens, const std::set<std::string>& known_words)
{
    std::vector<WordGroup> groups;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::span<const Token> rest = tokens.subspan(at);
        const int count = isChinese(tokens[at]) ? knownWord(rest, known_words) : piecesOf(rest);
        groups.push_back({int(at), count, textOf(rest.first(std::size_t(count)))});
        at += std::size_t(count);
    }
    return groups;
}

std::vector<int> wordsOfRows(std::span<const int> rows, std::span<const WordGroup> words)
{
    std::vector<int> found;
    for (std::size_t word = 0; word < words.size(); ++word)
        if (std::any_of(rows.begin(), rows.end(), [&](int row) {
                return row >= words[word].first && row < words[word].first + words[word].count;
            }))
            found.push_back(int(word));
    return found;
}

bool showsWholeWords(const AttentionLook& look)
{
    return look.merges_words
        && (look.picture == AttentionPicture::Lines || look.picture == AttentionPicture::Heads);
}

bool hasChinese(std::span<const Token> tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), isChinese);
}

MatrixSlice mergedWords(
    const MatrixSlice& map, std::span<const WordGroup> queries, std::span<const WordGroup> keys)
{
    const auto fits = [](std::span<const WordGroup> groups, int size) {
        return std::all_of(groups.begin(), groups.end(), [size](const WordGroup& group) {
            return group.first >= 0 && group.count > 0 && group.count <= size - group.first;
        });
    };
    if (map.isEmpty() || !fits(queries, map.rows) || !fits(keys, map.columns))
        return {};
    auto tensor = std::make_shared<Tensor>();
    tensor->shape = {std::int64_t(queries.size()), std::int64_t(keys.size())};
    for (const WordGroup& from : queries)
        for (const WordGroup& to : keys) {
            double sum = 0;
            for (int row = from.first; row < from.first + from.count; ++row)
                for (int key = to.first; key < to.first + to.count; ++key)
                    sum += double(map(row, key));
            tensor->values.push_back(float(sum / from.count));
        }
    return {tensor->values.data(), int(queries.size()), int(keys.size()), tensor};
}

} // namespace glassformer
