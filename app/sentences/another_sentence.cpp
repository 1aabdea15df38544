#include "app/sentences/another_sentence.h"

#include <sstream>
#include <vector>

namespace glassformer {
namespace {

constexpr std::size_t draws = 400;
constexpr std::size_t few_words = 5;

std::vector<std::string> wordsOf(const Sentence& sentence)
{
    std::istringstream stream(sentence.text[static_cast<std::size_t>(Language::English)]);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        while (!word.empty() && (word.back() == '.' || word.back() == ','))
            word.pop_back();
        words.push_back(word);
    }
    return words;
}

bool isNegated(const std::vector<std::string>& words)
{
    for (const std::string& word : words)
        if (word == "not" || word.find("n't") != std::string::npos)
            return true;
    return false;
}

bool hasAdjective(const std::vector<std::string>& words, const Corpus& world)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (world.canBeSaidOf(words[i], words[i + 1], Language::English))
            return true;
    return false;
}

} // namespace

bool shows(const Sentence& sentence, const std::string& topic, const Corpus& world)
{
    const bool is_class = sentence.kind == SentenceKind::ClassTwin;
    const bool is_role = sentence.kind == SentenceKind::RoleTwin;
    if (topic == "pronoun")
        return is_class && sentence.both_singular && !sentence.clause_first;
    if (topic == "role")
        return is_role && sentence.both_singular && !sentence.clause_first;
    if (topic == "ambiguity")
        return is_role && !sentence.clause_first;
    if (topic == "clause")
        return (is_class || is_role) && sentence.clause_first;
    if (topic == "agreement")
        return (is_class || is_role) && sentence.numbers_differ;
    if (sentence.kind != SentenceKind::Simple)
        return false;
    const std::vector<std::string> words = wordsOf(sentence);
    if (topic == "negation")
        return isNegated(words);
    if (topic == "adjective")
        return hasAdjective(words, world);
    if (topic == "order")
        return !isNegated(words) && words.size() > few_words;
    return !isNegated(words) && words.size() <= few_words;
}

std::optional<std::string> anotherSentence(const Corpus& world, const std::string& topic, Language language,
    std::uint32_t seed, const std::function<bool(const std::string& text)>& is_known)
{
    for (const Sentence& sentence : world.sentences(draws, seed)) {
        const std::string& text = sentence.text[static_cast<std::size_t>(language)];
        if (shows(sentence, topic, world) && sentence.is_usual[static_cast<std::size_t>(language)]
            && is_known(text))
            return text;
    }
    return std::nullopt;
}

} // namespace glassformer
