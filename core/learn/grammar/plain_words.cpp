#include "core/learn/grammar/plain_words.h"

#include "core/learn/grammar/english/english.h"

#include <algorithm>
#include <cctype>

namespace glassformer::grammar {
namespace {

bool isLetter(char letter)
{
    return std::isalpha(static_cast<unsigned char>(letter)) != 0;
}

char lowered(char letter)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

/** Whether a word stands at a place of a text: in English as a whole, and with a large first letter, too. */
bool standsAt(const std::string& text, std::size_t at, const std::string& word, bool has_blanks)
{
    if (!has_blanks)
        return text.compare(at, word.size(), word) == 0;
    const std::size_t end = at + word.size();
    return end <= text.size() && (at == 0 || !isLetter(text[at - 1])) && lowered(text[at]) == lowered(word[0])
        && text.compare(at + 1, word.size() - 1, word, 1) == 0
        && (end == text.size() || !isLetter(text[end]));
}

/** An ill animal is a sick one: the article that ends a text fits another word now, if it did the one before. */
void fitArticle(std::string& text, const std::string& read, const std::string& written)
{
    const auto ends_with = [&text](const std::string& article) {
        const std::size_t size = article.size() + 1; // with the blank
        return text.size() >= size && text.compare(text.size() - size, size, article + " ") == 0
            && (text.size() == size || !isLetter(text[text.size() - size - 1]));
    };
    if (takesAn(read) == takesAn(written))
        return;
    for (const char* article : {"a", "A"})
        if (!takesAn(read) && ends_with(article))
            text.insert(text.size() - 1, "n");
    for (const char* article : {"an", "An"})
        if (takesAn(read) && ends_with(article))
            text.erase(text.size() - 2, 1);
}

} // namespace

PlainWords::PlainWords(const Synonyms& synonyms, Language language)
    : m_has_blanks(language != Language::Chinese)
{
    for (const auto& [written, others] : synonyms[static_cast<std::size_t>(language)]) {
        m_pairs.emplace_back(written, written); // what is written stands for itself
        for (const std::string& other : others)
            m_pairs.emplace_back(other, written);
    }
    // 街道 is read before 街.
    std::stable_sort(m_pairs.begin(), m_pairs.end(),
        [](const auto& one, const auto& other) { return one.first.size() > other.first.size(); });
}

std::string PlainWords::of(const std::string& text) const
{
    std::string plain;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto found = std::find_if(m_pairs.begin(), m_pairs.end(),
            [&](const auto& pair) { return standsAt(text, at, pair.first, m_has_blanks); });
        if (found == m_pairs.end()) {
            plain += text[at++];
            continue;
        }
        if (m_has_blanks)
            fitArticle(plain, found->first, found->second);
        const bool is_large = m_has_blanks && text[at] != lowered(text[at]);
        plain += is_large ? static_cast<char>(std::toupper(static_cast<unsigned char>(found->second[0])))
                + found->second.substr(1)
                          : found->second;
        at += found->first.size();
    }
    return plain;
}

} // namespace glassformer::grammar
