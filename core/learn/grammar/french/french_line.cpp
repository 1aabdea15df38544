#include "core/learn/grammar/french/french_line.h"

#include <algorithm>
#include <array>

namespace glassformer::grammar {

bool beginsWithVowel(std::string_view word)
{
    static constexpr std::array<std::string_view, 30> beginnings{"a", "e", "i", "o", "u", "h", "é", "è", "ê",
        "â", "à", "î", "ï", "ô", "û", "œ", "y", "A", "E", "I", "O", "U", "H", "É", "Ê", "À", "Œ", "Â", "Î",
        "Ô"};
    return std::any_of(beginnings.begin(), beginnings.end(),
        [word](std::string_view beginning) { return word.substr(0, beginning.size()) == beginning; });
}

namespace {

/** Haut and huit, and onze like them, stand behind whole words. */
bool isAspirated(std::string_view word)
{
    static constexpr std::array<std::string_view, 3> beginnings{"haut", "huit", "onze"};
    return std::any_of(beginnings.begin(), beginnings.end(),
        [word](std::string_view beginning) { return word.substr(0, beginning.size()) == beginning; });
}

} // namespace

void FrenchLine::addClosed(std::string_view word, const void* part)
{
    m_closed.push_back(m_words.size());
    add(word, part);
}

Spoken FrenchLine::joinSettled()
{
    const auto opens = [this](std::size_t at) {
        return at < m_words.size() && !m_words[at].is_sign && beginsWithVowel(m_words[at].text)
            && !isAspirated(m_words[at].text)
            && std::find(m_closed.begin(), m_closed.end(), at) == m_closed.end();
    };
    static constexpr std::array<std::string_view, 10> elided{
        "le", "la", "de", "je", "ne", "me", "te", "se", "que", "ce"};
    for (std::size_t i = 0; i + 1 < m_words.size(); ++i) {
        std::string& word = m_words[i].text;
        std::string& next = m_words[i + 1].text;
        if (std::find(elided.begin(), elided.end(), word) != elided.end() && opens(i + 1)) {
            word.back() = '\'';
            continue;
        }
        if (word == "si" && (next == "il" || next == "ils")) {
            word = "s'";
            continue;
        }
        const bool is_article = (next == "le" && !opens(i + 2)) || next == "les";
        if (!is_article || (word != "de" && word != "à"))
            continue;
        next = word == "de" ? (next == "le" ? "du" : "des") : (next == "le" ? "au" : "aux");
        word.clear();
    }
    // A word that went into the next one leaves its mark there.
    FrenchLine settled;
    for (const Word& word : m_words)
        if (word.is_sign)
            settled.addSign(word.text);
        else
            settled.add(word.text, word.part);
    return settled.join();
}

} // namespace glassformer::grammar
