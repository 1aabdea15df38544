#include "core/text/pipeline/normalizer.h"

#include "core/text/characters/byte_level.h"
#include "core/text/characters/unicode_class.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace glassformer {
namespace {

bool isBetween(char32_t code, char32_t first, char32_t last)
{
    return code >= first && code <= last;
}

template <typename Unwanted> AlignedText without(AlignedText text, Unwanted is_unwanted)
{
    text.erase(std::remove_if(text.begin(), text.end(),
                   [&](const AlignedCharacter& character) { return is_unwanted(character.code); }),
        text.end());
    return text;
}

AlignedText lowercased(AlignedView text)
{
    AlignedText lower;
    lower.reserve(text.size());
    for (const auto& [code, origin] : text) {
        if (code == 0x130) { // the only character with two small ones: an i and its dot
            lower.push_back({U'i', origin});
            lower.push_back({0x307, origin});
        } else {
            lower.push_back({lowercase(code), origin});
        }
    }
    return lower;
}

AlignedText stripped(AlignedText text, bool left, bool right)
{
    const auto is_text = [](const AlignedCharacter& c) { return !isWhiteSpace(c.code); };
    if (right)
        text.erase(std::find_if(text.rbegin(), text.rend(), is_text).base(), text.end());
    if (left)
        text.erase(text.begin(), std::find_if(text.begin(), text.end(), is_text));
    return text;
}

AlignedText replaced(AlignedView text, const normalize::Replace& rule)
{
    AlignedText result;
    result.reserve(text.size());
    std::size_t position = 0;
    for (const CharacterRange& match : rule.pattern.matches(text)) {
        result.insert(result.end(), text.begin() + static_cast<std::ptrdiff_t>(position),
            text.begin() + static_cast<std::ptrdiff_t>(match.begin));
        const TextSpan origin = originOf(text.subspan(match.begin, match.end - match.begin));
        for (const char32_t code : rule.content)
            result.push_back({code, origin});
        position = match.end;
    }
    result.insert(result.end(), text.begin() + static_cast<std::ptrdiff_t>(position), text.end());
    return result;
}

/** The blocks that BERT's own code lists; its authors left out Japanese and Korean on purpose. */
bool isChinese(char32_t code)
{
    return isBetween(code, 0x4E00, 0x9FFF) || isBetween(code, 0x3400, 0x4DBF)
        || isBetween(code, 0x20000, 0x2A6DF) || isBetween(code, 0x2A700, 0x2B73F)
        || isBetween(code, 0x2B740, 0x2B81F) || isBetween(code, 0x2B920, 0x2CEAF)
        || isBetween(code, 0xF900, 0xFAFF) || isBetween(code, 0x2F800, 0x2FA1F);
}

bool isBertBlank(char32_t code)
{
    return code == U'\t' || code == U'\n' || code == U'\r' || isWhiteSpace(code);
}

AlignedText cleaned(AlignedText text)
{
    text = without(std::move(text), [](char32_t code) {
        const bool is_kept = code == U'\t' || code == U'\n' || code == U'\r';
        return code == 0 || code == 0xFFFD || (!is_kept && isOther(code));
    });
    for (AlignedCharacter& character : text) {
        if (isBertBlank(character.code))
            character.code = U' ';
    }
    return text;
}

AlignedText chineseApart(AlignedView text)
{
    AlignedText result;
    result.reserve(text.size());
    for (const AlignedCharacter& character : text) {
        const auto& [begin, end] = character.origin;
        if (isChinese(character.code)) {
            result.push_back({U' ', {begin, begin}});
            result.push_back(character);
            result.push_back({U' ', {end, end}});
        } else {
            result.push_back(character);
        }
    }
    return result;
}

AlignedText applyNmt(AlignedText text)
{
    text = without(std::move(text), [](char32_t code) {
        return isBetween(code, 0x01, 0x08) || code == 0x0B || isBetween(code, 0x0E, 0x1F) || code == 0x7F
            || code == 0x8F || code == 0x9F;
    });
    for (auto& [code, origin] : text) {
        const bool is_blank = code == 0x09 || code == 0x0A || code == 0x0C || code == 0x0D || code == 0x1680
            || isBetween(code, 0x200B, 0x200F) || code == 0x2028 || code == 0x2029 || code == 0x2581
            || code == 0xFEFF || code == 0xFFFD;
        if (is_blank)
            code = U' ';
    }
    return text;
}

AlignedText replacedByTable(AlignedView text, const Charsmap& charsmap)
{
    const std::string bytes = utf8(text);
    std::vector<TextSpan> origins; ///< by byte
    origins.reserve(bytes.size());
    std::string character;
    for (const AlignedCharacter& from : text) {
        character.clear();
        appendUtf8(character, from.code);
        origins.insert(origins.end(), character.size(), from.origin);
    }
    const MappedText mapped = replaceGraphemes(charsmap, bytes);
    AlignedText result = alignedText(mapped.text);
    for (AlignedCharacter& to : result) {
        const TextSpan part = mapped.originOf(to.origin);
        if (origins.empty())
            to.origin = {};
        else if (part.isEmpty())
            to.origin = {origins[std::min(part.begin, origins.size() - 1)].begin,
                origins[std::min(part.begin, origins.size() - 1)].begin};
        else
            to.origin = {origins[part.begin].begin, origins[part.end - 1].end};
    }
    // What the table leaves out at the beginning belongs to what then begins the text.
    if (!result.empty())
        result.front().origin.begin = std::min(result.front().origin.begin, text.front().origin.begin);
    return result;
}

/** Applies one step. */
struct Application
{
    AlignedText text;
    std::string_view original;

    AlignedText operator()(const normalize::Form& step) { return normalForm(text, step.form); }
    AlignedText operator()(const normalize::Lowercase&) { return lowercased(text); }
    AlignedText operator()(const normalize::StripAccents&) { return without(std::move(text), isMark); }
    AlignedText operator()(const normalize::Strip& step)
    {
        return stripped(std::move(text), step.left, step.right);
    }
    AlignedText operator()(const normalize::Replace& step) { return replaced(text, step); }
    AlignedText operator()(const normalize::Prepend& step)
    {
        return text.empty() ? std::move(text) : prepended(step.content, text);
    }
    AlignedText operator()(const normalize::Bert& step)
    {
        if (step.clean_text)
            text = cleaned(std::move(text));
        if (step.space_chinese)
            text = chineseApart(text);
        if (step.strip_accents)
            text = without(normalForm(text, NormalForm::D), isNonspacingMark);
        return step.lowercase ? lowercased(text) : std::move(text);
    }
    AlignedText operator()(const normalize::Nmt&) { return applyNmt(std::move(text)); }
    AlignedText operator()(const normalize::Precompiled& step)
    {
        return replacedByTable(text, *step.charsmap);
    }
    AlignedText operator()(const normalize::ByteLevel&) { return byteLevel(text, original); }
};

} // namespace

AlignedText normalized(AlignedText text, const std::vector<NormalizerStep>& steps, std::string_view original)
{
    for (const NormalizerStep& step : steps) {
        Application application{std::move(text), original};
        text = std::visit(application, step);
    }
    return text;
}

} // namespace glassformer
