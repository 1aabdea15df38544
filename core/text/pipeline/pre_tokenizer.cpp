#include "core/text/pipeline/pre_tokenizer.h"

#include "core/text/characters/byte_level.h"
#include "core/text/characters/unicode_class.h"
#include "core/text/pipeline/word_scanner.h"

#include <utility>

namespace glassformer {
namespace {

using pre_tokenize::Delimiter;

/** A stretch of a text that cuts or is cut off. */
struct Stretch
{
    CharacterRange range;
    bool is_delimiter = false;
};

/** Matches and what lies between them. */
std::vector<Stretch> stretches(const std::vector<CharacterRange>& matches, std::size_t size, bool matches_cut)
{
    std::vector<Stretch> all;
    std::size_t position = 0;
    for (const CharacterRange& match : matches) {
        if (match.begin > position)
            all.push_back({{position, match.begin}, !matches_cut});
        all.push_back({match, matches_cut});
        position = match.end;
    }
    if (position < size)
        all.push_back({{position, size}, !matches_cut});
    return all;
}

std::vector<CharacterRange> withoutDelimiters(const std::vector<Stretch>& all)
{
    std::vector<CharacterRange> words;
    for (const Stretch& stretch : all) {
        if (!stretch.is_delimiter)
            words.push_back(stretch.range);
    }
    return words;
}

/** Joins neighbours for which `belongs(previous, current)` holds. */
template <typename Relation>
std::vector<CharacterRange> joined(const std::vector<Stretch>& all, Relation belongs)
{
    std::vector<CharacterRange> words;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && belongs(all[i - 1], all[i]))
            words.back().end = all[i].range.end;
        else
            words.push_back(all[i].range);
    }
    return words;
}

std::vector<CharacterRange> cut(const std::vector<Stretch>& all, Delimiter behavior)
{
    switch (behavior) {
    case Delimiter::Removed:
        return withoutDelimiters(all);
    case Delimiter::Isolated:
        return joined(all, [](const Stretch&, const Stretch&) { return false; });
    case Delimiter::MergedWithPrevious:
        return joined(all, [](const Stretch& previous, const Stretch& current) {
            return current.is_delimiter && !previous.is_delimiter;
        });
    case Delimiter::MergedWithNext:
        return joined(all, [](const Stretch& previous, const Stretch& current) {
            return previous.is_delimiter && !current.is_delimiter;
        });
    case Delimiter::Contiguous:
        return joined(all, [](const Stretch& previous, const Stretch& current) {
            return previous.is_delimiter == current.is_delimiter;
        });
    }
    return {};
}

/** Every character of a class as a match of its own. */
template <typename Class> std::vector<CharacterRange> singles(AlignedView text, Class belongs)
{
    std::vector<CharacterRange> matches;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (belongs(text[i].code))
            matches.push_back({i, i + 1});
    }
    return matches;
}

/** \w+|[^\w\s]+ */
std::vector<CharacterRange> wordsAndSymbols(AlignedView characters)
{
    const WordScanner text(characters);
    const auto is_symbol = [](char32_t code) { return !isWordCharacter(code) && !isWhiteSpace(code); };
    std::vector<CharacterRange> matches;
    for (std::size_t position = 0; position < characters.size();) {
        std::size_t end = text.run(position, isWordCharacter);
        if (end == position)
            end = text.run(position, is_symbol);
        if (end > position)
            matches.push_back({position, end});
        position = end > position ? end : position + 1;
    }
    return matches;
}

std::vector<AlignedText> parts(AlignedView text, const std::vector<CharacterRange>& ranges)
{
    std::vector<AlignedText> words;
    words.reserve(ranges.size());
    for (const auto& [begin, end] : ranges) {
        const AlignedView part = text.subspan(begin, end - begin);
        words.emplace_back(part.begin(), part.end());
    }
    return words;
}

std::vector<AlignedText> split(
    AlignedView text, const std::vector<CharacterRange>& matches, Delimiter behavior)
{
    return parts(text, cut(stretches(matches, text.size(), true), behavior));
}

/** Cuts one text by one step. */
struct Application
{
    AlignedText text;
    std::string_view original;

    std::vector<AlignedText> operator()(const pre_tokenize::ByteLevel& step)
    {
        if (step.add_prefix_space && text.front().code != U' ')
            text = prepended(U" ", text);
        std::vector<AlignedText> words;
        for (std::size_t position = 0; position < text.size();) {
            const std::size_t end = step.use_regex ? scanGpt2(text, position) : text.size();
            words.push_back(byteLevel(AlignedView(text).subspan(position, end - position), original));
            position = end;
        }
        return words;
    }
    std::vector<AlignedText> operator()(const pre_tokenize::Whitespace&)
    {
        return parts(text, wordsAndSymbols(text));
    }
    std::vector<AlignedText> operator()(const pre_tokenize::WhitespaceSplit&)
    {
        return split(text, singles(text, isWhiteSpace), Delimiter::Removed);
    }
    std::vector<AlignedText> operator()(const pre_tokenize::Bert&)
    {
        std::vector<AlignedText> words;
        for (AlignedText& part : split(text, singles(text, isWhiteSpace), Delimiter::Removed)) {
            for (AlignedText& word : split(part, singles(part, isPunctuation), Delimiter::Isolated))
                words.push_back(std::move(word));
        }
        return words;
    }
    std::vector<AlignedText> operator()(const pre_tokenize::Metaspace& step)
    {
        using pre_tokenize::PrependScheme;
        for (AlignedCharacter& character : text) {
            if (character.code == U' ')
                character.code = step.replacement;
        }
        const bool is_marked = step.prepend_scheme == PrependScheme::Always
            || (step.prepend_scheme == PrependScheme::First && text.front().origin.begin == 0);
        if (is_marked && text.front().code != step.replacement)
            text = prepended(std::u32string(1, step.replacement), text);
        if (!step.split)
            return {std::move(text)};
        const auto is_mark = [&step](char32_t code) { return code == step.replacement; };
        return split(text, singles(text, is_mark), Delimiter::MergedWithNext);
    }
    std::vector<AlignedText> operator()(const pre_tokenize::Split& step)
    {
        return parts(
            text, cut(stretches(step.pattern.matches(text), text.size(), !step.invert), step.behavior));
    }
    std::vector<AlignedText> operator()(const pre_tokenize::Punctuation& step)
    {
        return split(text, singles(text, isPunctuation), step.behavior);
    }
    std::vector<AlignedText> operator()(const pre_tokenize::Digits& step)
    {
        return split(text, singles(text, isNumber),
            step.individual_digits ? Delimiter::Isolated : Delimiter::Contiguous);
    }
};

} // namespace

std::vector<AlignedText> splitIntoWords(
    AlignedText text, const std::vector<PreTokenizerStep>& steps, std::string_view original)
{
    std::vector<AlignedText> words;
    if (!text.empty())
        words.push_back(std::move(text));
    for (const PreTokenizerStep& step : steps) {
        std::vector<AlignedText> finer;
        for (AlignedText& word : words) {
            Application application{std::move(word), original};
            for (AlignedText& part : std::visit(application, step))
                finer.push_back(std::move(part));
        }
        words = std::move(finer);
    }
    return words;
}

} // namespace glassformer
