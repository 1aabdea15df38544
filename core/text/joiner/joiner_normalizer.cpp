#include "core/text/joiner/joiner_normalizer.h"

#include "core/text/characters/aligned_text.h"
#include "core/text/characters/unicode.h"

#include <array>
#include <utility>
#include <vector>

namespace glassformer {
namespace {

/** Full-width forms stand this far behind the ASCII characters that they are forms of. */
constexpr char32_t full_width_distance = 0xFEE0;

char32_t narrow(char32_t code)
{
    const char32_t ascii = code - full_width_distance;
    const bool is_wide = code > full_width_distance
        && ((ascii >= U'0' && ascii <= U'9') || (ascii >= U'A' && ascii <= U'Z')
            || (ascii >= U'a' && ascii <= U'z'));
    return is_wide ? ascii : code;
}

/** The Chinese form of a punctuation character; zero if it has none. */
char32_t chineseForm(char32_t code)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 8> forms{{{U',', U'，'}, {U'.', U'。'}, {U'?', U'？'},
        {U'!', U'！'}, {U':', U'：'}, {U';', U'；'}, {U'(', U'（'}, {U')', U'）'}}};
    for (const auto& [ascii, chinese] : forms)
        if (ascii == code)
            return chinese;
    return 0;
}

bool isSpace(char32_t code)
{
    return kindOf(code) == CharacterKind::Space;
}

class Normalization
{
public:
    Normalization(std::string_view text, const JoinerNormalizer& rules)
        : m_text(text)
        , m_rules(rules)
        , m_characters(alignedText(text))
    {
        if (rules.narrow_letters)
            for (AlignedCharacter& character : m_characters)
                character.code = narrow(character.code);
        m_chinese_begins = chineseBeginnings();
    }

    MappedText run()
    {
        while (m_place < m_characters.size()) {
            if (m_rules.single_spaces && isSpace(m_characters[m_place].code))
                addSpaces();
            else
                add(formBehind(m_last));
        }
        return std::move(m_result);
    }

private:
    /** The character at a place behind this one; zero behind the end. */
    char32_t after(std::size_t distance) const
    {
        return m_place + distance < m_characters.size() ? m_characters[m_place + distance].code : 0;
    }

    /**
     * For each place whether Chinese writing begins there, opening brackets and white space that goes away left out:
     * all brackets of "( (你" are Chinese ones.
     */
    std::vector<bool> chineseBeginnings() const
    {
        std::vector<bool> begins(m_characters.size() + 1, false);
        for (std::size_t i = m_characters.size(); i-- > 0;) {
            const char32_t code = m_characters[i].code;
            const bool is_passed = code == U'(' || (m_rules.single_spaces && isSpace(code));
            begins[i] = is_passed ? begins[i + 1] : isUnspaced(code);
        }
        return begins;
    }

    bool isBesideChinese(char32_t last) const
    {
        switch (after(0)) {
        case U'(':
            return isUnspaced(last) || m_chinese_begins[m_place];
        case U')':
            return m_open_brackets.empty() ? isUnspaced(last) : m_open_brackets.back() == U'（';
        case U'.': // neither three of them nor a number
            return isUnspaced(last) && after(1) != U'.' && kindOf(after(1)) != CharacterKind::Digit;
        default:
            return isUnspaced(last);
        }
    }

    /** What the next character, if there is one, becomes behind another one. */
    char32_t formBehind(char32_t last) const
    {
        const char32_t chinese =
            m_rules.chinese_punctuation && isBesideChinese(last) ? chineseForm(after(0)) : 0;
        return chinese ? chinese : after(0);
    }

    void addSpaces()
    {
        const std::size_t begin = m_place;
        while (m_place < m_characters.size() && isSpace(m_characters[m_place].code))
            ++m_place;
        const bool is_outside = m_result.text.empty() || m_place == m_characters.size();
        const bool is_beside =
            m_rules.chinese_punctuation && (isUnspaced(m_last) || isUnspaced(formBehind(U' ')));
        if (!is_outside && !is_beside)
            m_result.append(" ", {m_characters[begin].origin.begin, m_characters[m_place - 1].origin.end});
        if (!is_outside && !is_beside)
            m_last = U' ';
    }

    /** Bytes that stay keep their own places. */
    void add(char32_t code)
    {
        const TextSpan origin = m_characters[m_place++].origin;
        std::string bytes;
        appendUtf8(bytes, code);
        const bool is_same = m_text.substr(origin.begin, origin.end - origin.begin) == bytes;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            m_result.append(std::string_view(bytes).substr(i, 1),
                is_same ? TextSpan{origin.begin + i, origin.begin + i + 1} : origin);
        if (code == U'(' || code == U'（')
            m_open_brackets.push_back(code);
        else if ((code == U')' || code == U'）') && !m_open_brackets.empty())
            m_open_brackets.pop_back();
        m_last = code;
    }

    std::string_view m_text;
    JoinerNormalizer m_rules;
    AlignedText m_characters;
    std::vector<bool> m_chinese_begins;
    std::size_t m_place = 0; ///< of the next character
    char32_t m_last = 0; ///< the last one of the result
    std::vector<char32_t> m_open_brackets; ///< of the result, none of them closed yet
    MappedText m_result;
};

} // namespace

MappedText normalizedForJoiner(std::string_view text, const JoinerNormalizer& rules)
{
    return Normalization(text, rules).run();
}

} // namespace glassformer
