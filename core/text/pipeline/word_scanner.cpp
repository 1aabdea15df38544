#include "core/text/pipeline/word_scanner.h"

namespace glassformer {
namespace {

bool isLineEnd(char32_t code)
{
    return code == U'\r' || code == U'\n';
}

/** [^\s\p{L}\p{N}] */
bool isSymbol(char32_t code)
{
    return !isWhiteSpace(code) && !isLetter(code) && !isNumber(code);
}

/** [^\r\n\p{L}\p{N}] */
bool mayLead(char32_t code)
{
    return !isLineEnd(code) && !isLetter(code) && !isNumber(code);
}

/** [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}] */
bool isUpperPart(char32_t code)
{
    return (isLetter(code) && !isLowercaseLetter(code)) || isMark(code);
}

/** [\p{Ll}\p{Lm}\p{Lo}\p{M}] */
bool isLowerPart(char32_t code)
{
    return (isLetter(code) && !isUppercaseLetter(code) && !isTitlecaseLetter(code)) || isMark(code);
}

/** Small form of the letters of contractions; "ſ" is an s to expressions that ignore case. */
char32_t folded(char32_t code)
{
    if (code >= U'A' && code <= U'Z')
        return code + 32;
    return code == U'\u017F' ? U's' : code;
}

/** 's 't 're 've 'm 'll 'd; the position itself if none stands there. */
std::size_t scanContraction(const WordScanner& text, std::size_t position, bool ignore_case)
{
    if (text.at(position) != U'\'')
        return position;
    const char32_t first = ignore_case ? folded(text.at(position + 1)) : text.at(position + 1);
    const char32_t second = ignore_case ? folded(text.at(position + 2)) : text.at(position + 2);
    if (first == U's' || first == U't' || first == U'm' || first == U'd')
        return position + 2;
    const bool is_long =
        ((first == U'r' || first == U'v') && second == U'e') || (first == U'l' && second == U'l');
    return is_long ? position + 3 : position;
}

/** \s+(?!\S)|\s+: all white space, but for the last if a word follows, which takes it. */
std::size_t scanWhiteSpace(const WordScanner& text, std::size_t position)
{
    const std::size_t end = text.run(position, isWhiteSpace);
    return !text.isEnd(end) && end - position > 1 ? end - 1 : end;
}

/** \s*[\r\n]+: up to the last line end of the white space; the position itself if there is none. */
std::size_t scanLines(const WordScanner& text, std::size_t position)
{
    std::size_t end = text.run(position, isWhiteSpace);
    while (end > position && !isLineEnd(text.at(end - 1)))
        --end;
    return end;
}

/** " ?[^\s\p{L}\p{N}]+" and what may follow; the position itself if there is no symbol. */
template <typename Class>
std::size_t scanSymbols(const WordScanner& text, std::size_t position, Class may_follow)
{
    const std::size_t begin = position + (text.at(position) == U' ' ? 1 : 0);
    const std::size_t end = text.run(begin, isSymbol);
    return end > begin ? text.run(end, may_follow) : position;
}

std::size_t scanModern(AlignedView characters, std::size_t position, std::size_t most_digits)
{
    const WordScanner text(characters);
    if (const std::size_t end = scanContraction(text, position, true); end > position)
        return end;
    const std::size_t begin = position + (mayLead(text.at(position)) ? 1 : 0);
    if (const std::size_t end = text.run(begin, isLetter); end > begin)
        return end;
    if (const std::size_t end = text.run(position, isNumber, most_digits); end > position)
        return end;
    if (const std::size_t end = scanSymbols(text, position, isLineEnd); end > position)
        return end;
    if (const std::size_t end = scanLines(text, position); end > position)
        return end;
    return scanWhiteSpace(text, position);
}

/** Capitals, then at least one small letter; letters without case and marks count as both. */
std::size_t scanSmallEnding(const WordScanner& text, std::size_t begin)
{
    const std::size_t capitals = text.run(begin, isUpperPart);
    const std::size_t end = text.run(capitals, isLowerPart);
    if (end > capitals)
        return end;
    std::size_t last = capitals;
    while (last > begin && !isLowerPart(text.at(last - 1)))
        --last;
    return last;
}

/** At least one capital, then small letters. */
std::size_t scanCapitals(const WordScanner& text, std::size_t begin)
{
    const std::size_t capitals = text.run(begin, isUpperPart);
    return capitals > begin ? text.run(capitals, isLowerPart) : begin;
}

/** A word by capitals and small letters, with a character before it if there can be one. */
std::size_t scanCased(const WordScanner& text, std::size_t position)
{
    const bool leads = !text.isEnd(position) && mayLead(text.at(position));
    for (const auto scan : {scanSmallEnding, scanCapitals}) {
        if (leads) {
            if (const std::size_t end = scan(text, position + 1); end > position + 1)
                return end;
        }
        if (const std::size_t end = scan(text, position); end > position)
            return end;
    }
    return position;
}

std::size_t scanByCase(
    AlignedView characters, std::size_t position, std::size_t most_digits, bool has_contractions)
{
    const WordScanner text(characters);
    if (const std::size_t end = scanCased(text, position); end > position)
        return has_contractions ? scanContraction(text, end, true) : end;
    if (const std::size_t end = text.run(position, isNumber, most_digits); end > position)
        return end;
    const auto may_follow = [](char32_t code) { return isLineEnd(code) || code == U'/'; };
    if (const std::size_t end = scanSymbols(text, position, may_follow); end > position)
        return end;
    if (const std::size_t end = scanLines(text, position); end > position)
        return end;
    return scanWhiteSpace(text, position);
}

} // namespace

std::size_t scanGpt2(AlignedView characters, std::size_t position)
{
    const WordScanner text(characters);
    if (const std::size_t end = scanContraction(text, position, false); end > position)
        return end;
    const std::size_t begin = position + (text.at(position) == U' ' ? 1 : 0);
    for (const auto belongs : {isLetter, isNumber, isSymbol}) {
        if (const std::size_t end = text.run(begin, belongs); end > begin)
            return end;
    }
    return scanWhiteSpace(text, position);
}

std::size_t scanCl100k(AlignedView text, std::size_t position)
{
    return scanModern(text, position, 3);
}

std::size_t scanQwen2(AlignedView text, std::size_t position)
{
    return scanModern(text, position, 1);
}

std::size_t scanO200k(AlignedView text, std::size_t position)
{
    return scanByCase(text, position, 3, true);
}

std::size_t scanTekken(AlignedView text, std::size_t position)
{
    return scanByCase(text, position, 1, false);
}

} // namespace glassformer
