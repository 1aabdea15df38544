#include "core/learn/corpus/lexicon_table.h"
#include "core/learn/grammar/composer/composer.h"
#include "core/learn/grammar/composer/saying_places.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>

// Sentences that are said just so, with places for names, numbers and things: sayings.tsv, saying_places.h.

namespace glassformer::grammar {
namespace {

const std::array<Name, 9>& calls()
{
    static const std::array<Name, 9> known{{{"Mom", "妈妈", "maman", true}, {"Dad", "爸爸", "papa"},
        {"teacher", "老师", "professeur"}, {"my friend", "我的朋友", "mon ami"},
        {"doctor", "医生", "docteur"}, {"Grandma", "奶奶", "mamie", true}, {"Grandpa", "爷爷", "papi"},
        {"everyone", "大家", "tout le monde"}, {"children", "孩子们", "les enfants"}}};
    return known;
}

/** "Hello." as "Hello!"; empty for what ends in another way. */
std::string calledOut(const std::string& text, std::size_t language)
{
    static constexpr std::array<std::string_view, language_count> stops{".", ".", "。"},
        calls{"!", " !", "！"};
    const std::string_view stop = stops[language];
    if (text.size() <= stop.size() || text.compare(text.size() - stop.size(), stop.size(), stop) != 0)
        return {};
    return text.substr(0, text.size() - stop.size()) + std::string(calls[language]);
}

using Texts = std::array<std::string, language_count>;

Texts oneAfterTheOther(const Texts& first, const Texts& second)
{
    return {first[0] + " " + second[0], first[1] + " " + second[1], first[2] + second[2]};
}

/** Where both can be read. */
std::vector<Reading> oneAfterTheOther(const std::vector<Reading>& first, const std::vector<Reading>& second)
{
    std::vector<Reading> read;
    for (const Reading& one : first)
        for (const Reading& other : second) {
            Reading both{oneAfterTheOther(one.text, other.text), {}};
            for (std::size_t language = 0; language < language_count; ++language)
                both.reads_same[language] = one.reads_same[language] && other.reads_same[language];
            read.push_back(std::move(both));
        }
    return read;
}

} // namespace

/** Of "animal", "animal other", "object many", "work_of mass": the noun; or a name. */
Nominal Composer::nominalOf(const std::string& nouns)
{
    Nominal nominal;
    if (nouns == "call" || nouns == "name" || nouns == "man" || nouns == "woman") {
        do
            nominal.name = nouns == "call" && chance(0.5) ? &any(calls()) : &any(m_words.names);
        while (nouns != "call" && nouns != "name" && nominal.name->feminine != (nouns == "woman"));
        return nominal;
    }
    std::istringstream read(nouns);
    const std::vector<std::string> parts{std::istream_iterator<std::string>(read), {}};
    const bool wants_mass = parts.back() == "mass", wants_many = parts.back() == "many";
    const auto fits = [&](const Noun& noun) {
        const bool is_eaten = noun.word_class == "dish" || noun.word_class == "drink";
        if (noun.isMass() || wants_mass)
            return noun.isMass() && (wants_mass || (is_eaten && !wants_many));
        return !noun.tags.count("self_plural") && !(wants_many && noun.tags.count("single"))
            && !(parts[0] == "person" && noun.tags.count("family"));
    };
    do
        nominal.noun = &noun(parts[0]);
    while (!fits(*nominal.noun));
    nominal.plural = wants_many;
    return nominal;
}

/** Things for all places of a text, no two of them the same. */
void Composer::fill(Filling& filling, const std::string& text)
{
    const auto is_taken = [&filling](const Nominal& other) {
        return std::any_of(filling.named.begin(), filling.named.end(), [&other](const auto& each) {
            return each.second.noun == other.noun && each.second.name == other.name;
        });
    };
    for (const std::string& place : placesOf(text)) {
        if (filling.has(place))
            continue;
        const std::string nouns = partsOf(place).second;
        Nominal nominal = nominalOf(nouns);
        while (is_taken(nominal))
            nominal = nominalOf(nouns);
        filling.named.emplace(nouns, std::move(nominal));
    }
}

/**
 * All that a text of the sayings can mean in the languages beside its own: every saying that says it in one of its ways is
 * right in all of its ways.
 */
std::vector<Reading> Composer::readingsOfSaying(
    const std::array<std::string, language_count>& ways, const Filling& filling, const Sentence& sentence)
{
    std::vector<Reading> read{{sentence.text, {true, true, true}}};
    for (const Saying& saying : m_words.sayings)
        for (std::size_t from = 0; from < language_count; ++from) {
            const std::vector<std::string> known = splitCell(saying.text[from], '|');
            if (std::find(known.begin(), known.end(), ways[from]) == known.end())
                continue;
            for (std::size_t to = 0; to < language_count; ++to)
                for (const std::string& way : splitCell(saying.text[to], '|')) {
                    if (to == from || !filling.fills(way))
                        continue;
                    Reading reading{sentence.text, {}};
                    reading.text[to] = saidWith(filling, way, static_cast<Language>(to), m_verbs);
                    reading.reads_same[from] = true;
                    read.push_back(std::move(reading));
                }
        }
    return read;
}

/** One saying with its places filled, and its readings where somebody wants them. */
Sentence Composer::oneSaying(std::vector<Reading>* readings)
{
    const Saying& saying = any(m_words.sayings);
    Filling filling;
    const int number = 2 + below(98), few = 2 + below(8), hour = 1 + below(12);
    filling.setNumbers(number, few, hour);
    const auto weekday = static_cast<std::size_t>(below(7)), month = static_cast<std::size_t>(below(12));
    filling.setDays(weekday, month);
    static const std::set<std::string_view> daily{"sing", "dance", "swim", "cook", "eat", "drink", "read",
        "write", "play", "work", "sleep", "study", "draw", "drive", "walk", "run", "watch", "listen", "buy",
        "clean", "open", "close", "wash", "learn", "go", "speak", "visit", "take", "ride", "do", "have",
        "make"};
    filling.deed = deed([](const Verb& verb, const VerbUse&) {
        return daily.count(verb.english) > 0 && verb.chinese.find('~') == std::string::npos;
    });
    Sentence sentence;
    std::array<std::string, language_count> way;
    for (std::size_t language = 0; language < language_count; ++language) {
        const std::vector<std::string> ways = splitCell(saying.text[language], '|');
        sentence.is_usual[language] = ways.size() < 2 || language == 1 || chance(0.5);
        way[language] = sentence.is_usual[language]
            ? ways[0]
            : ways[1 + static_cast<std::size_t>(below(static_cast<int>(ways.size()) - 1))];
    }
    fill(filling, way[0]);
    for (std::size_t language = 0; language < language_count; ++language)
        sentence.text[language] = saidWith(filling, way[language], static_cast<Language>(language), m_verbs);
    if (readings)
        *readings = readingsOfSaying(way, filling, sentence);
    if (chance(0.4))
        if (const std::string text = contracted(filling, way[0]); !text.empty()) {
            sentence.text[0] = text;
            sentence.is_usual[0] = false;
        }
    if (chance(0.1))
        callOut(sentence, readings);
    return sentence;
}

/** "Hello." as "Hello!", if it ends so in all languages. */
void Composer::callOut(Sentence& sentence, std::vector<Reading>* readings)
{
    std::array<std::string, language_count> called;
    for (std::size_t language = 0; language < language_count; ++language) {
        called[language] = calledOut(sentence.text[language], language);
        if (called[language].empty())
            return;
    }
    sentence.text = called;
    if (!readings)
        return;
    for (Reading& reading : *readings)
        for (std::size_t language = 0; language < language_count; ++language)
            reading.text[language] = calledOut(reading.text[language], language);
}

/** Now and then two: Good night, Mom. See you tomorrow! */
Sentence Composer::saying(std::vector<Reading>* readings)
{
    Sentence sentence = oneSaying(readings);
    if (!chance(0.12))
        return sentence;
    std::vector<Reading> read;
    const Sentence other = oneSaying(readings ? &read : nullptr);
    sentence.text = oneAfterTheOther(sentence.text, other.text);
    for (std::size_t language = 0; language < language_count; ++language)
        sentence.is_usual[language] = sentence.is_usual[language] && other.is_usual[language];
    if (readings)
        *readings = oneAfterTheOther(*readings, read);
    return sentence;
}

} // namespace glassformer::grammar
