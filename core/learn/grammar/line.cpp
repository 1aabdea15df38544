#include "core/learn/grammar/line.h"

#include <cctype>

namespace glassformer::grammar {

void Line::add(std::string_view word, const void* part)
{
    if (!word.empty())
        m_words.push_back({std::string(word), part, false});
}

void Line::addSign(std::string_view sign)
{
    m_words.push_back({std::string(sign), nullptr, true});
}

bool Line::vary(const std::map<std::string, std::vector<std::string>>& others, std::uint32_t seed)
{
    bool varied = false;
    for (Word& word : m_words) {
        const auto found = others.find(word.text);
        if (found == others.end())
            continue;
        seed = seed * 1664525u + 1013904223u;
        const std::uint32_t draw = seed >> 16;
        if (draw % 2 == 0)
            continue;
        word.text = found->second[(draw / 2) % found->second.size()];
        varied = true;
    }
    return varied;
}

void Line::fitArticles(bool (*takes_an)(std::string_view word))
{
    for (std::size_t i = 0; i + 1 < m_words.size(); ++i)
        if (m_words[i].text == "a" || m_words[i].text == "an")
            m_words[i].text = takes_an(m_words[i + 1].text) ? "an" : "a";
}

bool Line::contract(const std::map<std::pair<std::string, std::string>, std::string>& joined)
{
    bool contracted = false;
    for (std::size_t i = 0; i + 1 < m_words.size(); ++i) {
        const auto found = joined.find({m_words[i].text, m_words[i + 1].text});
        if (found == joined.end())
            continue;
        m_words[i].text = found->second;
        m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        contracted = true;
    }
    return contracted;
}

namespace {

/** The large form of the letters that begin words of the lexicons. */
void capitalize(std::string& text)
{
    static const std::pair<const char*, const char*> accented[] = {{"é", "É"}, {"è", "È"}, {"ê", "Ê"},
        {"à", "À"}, {"â", "Â"}, {"î", "Î"}, {"ô", "Ô"}, {"œ", "Œ"}, {"ç", "Ç"}};
    for (const auto& [small, large] : accented)
        if (text.rfind(small, 0) == 0) {
            text.replace(0, std::string_view(small).size(), large);
            return;
        }
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
}

constexpr std::string_view of = "的";

bool beginsWithOf(std::string_view text)
{
    return text.substr(0, of.size()) == of;
}

bool endsWithOf(std::string_view text)
{
    return text.size() >= of.size() && text.substr(text.size() - of.size()) == of;
}

} // namespace

Spoken Line::join() const
{
    Spoken spoken;
    bool begins = true;
    for (const Word& word : m_words) {
        const bool joined =
            !m_has_blanks || word.is_sign || spoken.text.empty() || spoken.text.back() == '\'';
        if (!joined)
            spoken.text += ' ';
        const std::size_t begin = spoken.text.size();
        std::string text = word.text;
        if (m_has_blanks && begins)
            capitalize(text);
        if (endsWithOf(spoken.text) && beginsWithOf(text))
            text.erase(0, of.size());
        begins = word.is_sign && word.text.find_first_of(".?!") != std::string::npos;
        spoken.text += text;
        if (!word.part)
            continue;
        const auto [at, is_new] = spoken.spans.insert({word.part, {begin, spoken.text.size()}});
        if (!is_new)
            at->second.end = spoken.text.size();
    }
    return spoken;
}

} // namespace glassformer::grammar
