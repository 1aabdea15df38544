#include "core/text/joiner/joiner_words.h"

#include "core/text/characters/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace glassformer {
namespace {

/** A word with what the question "who joins?" depends on. */
struct ScannedWord
{
    TextSpan span;
    bool is_unspaced = false;
    bool is_punctuation = false; ///< a single symbol
    bool is_opening = false;
    bool ends_with_apostrophe = false;
};

class WordScanner
{
public:
    explicit WordScanner(std::string_view text)
        : m_text(text)
    {
    }

    /** The next word, or nothing at the end of the text. */
    std::optional<ScannedWord> next()
    {
        while (kindAt(m_position) == CharacterKind::Space)
            m_position += sizeAt(m_position);
        if (m_position == m_text.size())
            return std::nullopt;

        ScannedWord word;
        word.span.begin = m_position;
        const CharacterKind kind = *kindAt(m_position);
        if (kind == CharacterKind::Letter)
            word.ends_with_apostrophe = skipLetterWord();
        else if (kind == CharacterKind::Digit)
            skipDigits();
        else
            skipSingle(word);
        word.span.end = m_position;
        return word;
    }

private:
    std::optional<CharacterKind> kindAt(std::size_t position) const
    {
        if (position == m_text.size())
            return std::nullopt;
        return kindOf(characterAt(m_text, position).code);
    }

    std::size_t sizeAt(std::size_t position) const { return characterAt(m_text, position).size; }

    bool isWordLetterAt(std::size_t position) const
    {
        const std::optional<CharacterKind> kind = kindAt(position);
        return kind == CharacterKind::Letter || kind == CharacterKind::Mark;
    }

    void skipSingle(ScannedWord& word)
    {
        const Character character = characterAt(m_text, m_position);
        word.is_unspaced = isUnspaced(character.code);
        word.is_punctuation = true;
        word.is_opening = isOpening(character.code);
        m_position += character.size;
    }

    void skipDigits()
    {
        while (kindAt(m_position) == CharacterKind::Digit)
            m_position += sizeAt(m_position);
    }

    /** Returns whether the word ends with an apostrophe. */
    bool skipLetterWord()
    {
        while (true) {
            while (isWordLetterAt(m_position))
                m_position += sizeAt(m_position);
            if (m_position == m_text.size())
                return false;
            const Character character = characterAt(m_text, m_position);
            if (!isApostrophe(character.code))
                return false;

            const std::size_t behind = m_position + character.size;
            const std::size_t tail = contractionTailAt(behind);
            if (tail == 0) {
                // An apostrophe before a space or a comma is a closing quotation mark or a plural's possessive:
                // by itself it leaves the word in front of it whole.
                const std::optional<CharacterKind> next_kind = kindAt(behind);
                if (next_kind != CharacterKind::Letter && next_kind != CharacterKind::Digit)
                    return false;
                m_position = behind;
                return true;
            }
            m_position = behind + tail;
        }
    }

    /** Bytes of the contraction tail at a position, zero if there is none. */
    std::size_t contractionTailAt(std::size_t position) const
    {
        constexpr std::array<std::string_view, 7> tails{"t", "s", "m", "d", "ll", "re", "ve"};
        const auto toLower = [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        };
        for (const std::string_view tail : tails) {
            const std::string_view part = m_text.substr(position, tail.size());
            const bool same = std::equal(part.begin(), part.end(), tail.begin(), tail.end(),
                [toLower](char left, char right) { return toLower(left) == right; });
            if (same && !isWordLetterAt(position + tail.size()))
                return tail.size();
        }
        return 0;
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

bool rightOneJoins(const ScannedWord& left, const ScannedWord& right)
{
    if (right.is_punctuation && !right.is_opening)
        return true;
    return !left.is_punctuation && !left.ends_with_apostrophe;
}

} // namespace

std::vector<TextWord> splitWords(std::string_view text)
{
    std::vector<TextWord> words;
    ScannedWord previous;
    WordScanner scanner(text);
    while (const std::optional<ScannedWord> word = scanner.next()) {
        TextWord& current = words.emplace_back(TextWord{.span = word->span});
        const bool touches = words.size() > 1 && previous.span.end == word->span.begin;
        if (touches && !previous.is_unspaced && !word->is_unspaced) {
            if (rightOneJoins(previous, *word))
                current.joins_left = true;
            else
                words[words.size() - 2].joins_right = true;
        }
        previous = *word;
    }
    return words;
}

std::string markedForm(std::string_view piece, bool joins_left, bool joins_right)
{
    std::string form;
    if (joins_left)
        form.append(joiner_mark);
    form.append(piece);
    if (joins_right)
        form.append(joiner_mark);
    return form;
}

} // namespace glassformer
