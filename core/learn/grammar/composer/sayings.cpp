#include "core/error.h"
#include "core/learn/corpus/lexicon_table.h"
#include "core/learn/grammar/composer/composer.h"
#include "core/learn/grammar/english/english.h"
#include "core/learn/grammar/french/french.h"
#include "core/learn/grammar/numerals.h"

#include <algorithm>
#include <array>
#include <sstream>

// Sentences that are said just so, with places for names, numbers and things: sayings.tsv.
//
// A place is {name}, {man}, {woman}, {call} (whom one calls: a name, Mom, teacher), {number}, {few}, {hour}, {hour_french},
// {weekday}, {weekdays} (tous les lundis), {month},
// or a determiner and nouns: {my person:family}, {the animal}, {a object:gift}. Behind it "many" makes it plural, "mass"
// takes what can't be counted, and any other word tells two things of one kind apart. {do} and {doing} are one deed: to read
// a book, reading a book. The same nouns are the same thing in
// all three languages, whatever stands before them: "Whose {bare animal} is this?", "À qui est {this animal} ?".

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

const std::map<std::string, Determiner>& determiners()
{
    static const std::map<std::string, Determiner> known{{"the", Determiner::The}, {"a", Determiner::A},
        {"no", Determiner::A}, {"this", Determiner::This}, {"my", Determiner::My}, {"your", Determiner::Your},
        {"his", Determiner::His}, {"her", Determiner::Her}, {"any", Determiner::Generic},
        {"bare", Determiner::Generic}};
    return known;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream read(text);
    std::vector<std::string> words;
    for (std::string word; read >> word;)
        words.push_back(word);
    return words;
}

/** {my animal other}: "my" and "animal other". */
std::pair<std::string, std::string> partsOf(const std::string& place)
{
    const std::size_t blank = place.find(' ');
    if (blank == std::string::npos)
        return {{}, place};
    return {place.substr(0, blank), place.substr(blank + 1)};
}

struct Calendar
{
    std::array<const char*, 7> weekdays, many_weekdays;
    std::array<const char*, 12> months;
};

/** As each language calls the days of the week, one and every one, and the months. */
constexpr std::array<Calendar, language_count> calendars{{
    {{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
        {"Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"},
        {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"}},
    {{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
        {"lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"},
        {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre"}},
    {{"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期天"},
        {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期天"},
        {"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"}},
}};

/** "no": without an article where something is denied. */
bool isDenied(const std::string& place)
{
    return partsOf(place).first == "no";
}

void sayPlaced(English& english, const std::string&, const Nominal& nominal)
{
    english.say(nominal, true);
}

void sayPlaced(French& french, const std::string& place, const Nominal& nominal)
{
    french.say(nominal, isDenied(place) ? French::Article::OnlyDe : French::Article::Usual);
}

void sayPlaced(Chinese& chinese, const std::string& place, const Nominal& nominal)
{
    Nominal said = nominal;
    if (isDenied(place))
        said.determiner = Determiner::Generic;
    chinese.say(said);
}

void sayDeedPlaced(English& english, const std::string& place, const Clause& deed)
{
    english.sayDeed(deed, place == "doing");
}

template <typename Realizer> void sayDeedPlaced(Realizer& language, const std::string&, const Clause& deed)
{
    language.sayDeed(deed);
}

/** The words between two places; signs that stand at a word follow without a blank. */
template <typename Realizer> void sayWords(Realizer& language, const std::string& text)
{
    for (const std::string& word : wordsOf(text)) {
        const bool stands_alone = word.find_first_not_of(",.;!?") == std::string::npos;
        const bool follows = word == "'s" || (stands_alone && text.find(word) == 0);
        const std::size_t end = word.find_last_not_of(",.;!?");
        if (follows && word[0] != '!' && word[0] != '?')
            language.addSign(word);
        else if (follows && text[0] != ' ')
            language.addSign(word);
        else if (stands_alone)
            language.add(word);
        else {
            language.add(word.substr(0, end + 1));
            if (end + 1 < word.size())
                language.addSign(word.substr(end + 1));
        }
    }
}

void sayWords(Chinese& chinese, const std::string& text)
{
    chinese.add(text);
}

/** Calls `place` for what stands in braces and `words` for what stands between. */
template <typename Words, typename Place> void split(const std::string& text, Words words, Place place)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        if (open > at)
            words(text.substr(at, open == std::string::npos ? open : open - at));
        if (open == std::string::npos)
            return;
        const std::size_t close = text.find('}', open);
        place(text.substr(open + 1, close - open - 1));
        at = close + 1;
    }
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
    const std::vector<std::string> parts = wordsOf(nouns);
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

namespace {

/** As it stands in one place. */
Nominal placed(const Nominal& thing, const std::string& determiner)
{
    if (determiner.empty())
        return thing;
    const auto found = determiners().find(determiner);
    if (found == determiners().end())
        throw Error({Message::tr("the place {%1}", determiner), std::string("sayings.tsv"),
            Message::tr("a name, a number, or a determiner and nouns"), {}});
    Nominal nominal = thing;
    nominal.determiner = found->second;
    if (determiner == "any")
        nominal.plural = !nominal.noun->isMass();
    return nominal;
}

} // namespace

/** One saying with its places filled. */
Sentence Composer::oneSaying()
{
    const Saying& saying = any(m_words.sayings);
    std::map<std::string, std::string> numbers[language_count];
    const int number = 2 + below(98), few = 2 + below(8), hour = 1 + below(12);
    const auto weekday = static_cast<std::size_t>(below(7)), month = static_cast<std::size_t>(below(12));
    for (std::size_t language = 0; language < language_count; ++language) {
        const auto in_words = [language](int value) {
            return language == 0 ? englishNumber(value)
                : language == 1  ? frenchNumber(value)
                                 : chineseNumber(value);
        };
        numbers[language] = {{"number", in_words(number)}, {"few", in_words(few)}, {"hour", in_words(hour)},
            {"hour_french",
                hour == 12      ? "midi"
                    : hour == 1 ? "une heure"
                                : frenchNumber(hour) + " heures"},
            {"weekday", calendars[language].weekdays[weekday]},
            {"weekdays", calendars[language].many_weekdays[weekday]},
            {"month", calendars[language].months[month]}};
    }
    static const std::set<std::string_view> daily{"sing", "dance", "swim", "cook", "eat", "drink", "read",
        "write", "play", "work", "sleep", "study", "draw", "drive", "walk", "run", "watch", "listen", "buy",
        "clean", "open", "close", "wash", "learn", "go", "speak", "visit", "take", "ride", "do", "have",
        "make"};
    const Clause daily_deed = deed([](const Verb& verb, const VerbUse&) {
        return daily.count(verb.english) > 0 && verb.chinese.find('~') == std::string::npos;
    });
    std::map<std::string, Nominal> named;
    std::array<std::string, language_count> text;
    std::array<bool, language_count> is_usual{true, true, true};
    for (std::size_t language = 0; language < language_count; ++language) {
        const std::vector<std::string> ways = splitCell(saying.text[language], '|');
        is_usual[language] = ways.size() < 2 || language == 1 || chance(0.5);
        text[language] = is_usual[language]
            ? ways[0]
            : ways[1 + static_cast<std::size_t>(below(static_cast<int>(ways.size()) - 1))];
    }
    split(
        text[0], [](const std::string&) {},
        [&](const std::string& place) {
            const std::string nouns = partsOf(place).second;
            if (numbers[0].count(nouns) || named.count(nouns) || nouns == "do" || nouns == "doing")
                return;
            Nominal nominal = nominalOf(nouns);
            const auto is_taken = [&named](const Nominal& other) {
                return std::any_of(named.begin(), named.end(), [&other](const auto& each) {
                    return each.second.noun == other.noun && each.second.name == other.name;
                });
            };
            while (is_taken(nominal))
                nominal = nominalOf(nouns);
            named.emplace(nouns, std::move(nominal));
        });
    const auto say = [&](auto& language, std::size_t at) {
        split(
            text[at], [&language](const std::string& words) { sayWords(language, words); },
            [&](const std::string& place) {
                const auto [determiner, nouns] = partsOf(place);
                if (const auto found = numbers[at].find(nouns); found != numbers[at].end())
                    return language.add(found->second);
                if (nouns == "do" || nouns == "doing")
                    return sayDeedPlaced(language, nouns, daily_deed);
                const auto found = named.find(nouns);
                if (found == named.end())
                    throw Error({Message::tr("the place {%1}", place), std::string("sayings.tsv"),
                        Message::tr("a place that the English text has, too"), {}});
                sayPlaced(language, place, placed(found->second, determiner));
            });
    };
    English english;
    French french(m_verbs);
    Chinese chinese;
    say(english, 0);
    say(french, 1);
    say(chinese, 2);
    if (chance(0.4) && english.contract())
        is_usual[0] = false;
    Sentence sentence;
    // What has no places is written as it stands there.
    const bool is_fixed = named.empty() && text[1].find('{') == std::string::npos;
    sentence.text = {english.finish().text, is_fixed ? text[1] : french.finish().text,
        is_fixed ? text[2] : chinese.finish().text};
    sentence.is_usual = is_usual;
    if (chance(0.1))
        callOut(sentence);
    return sentence;
}

/** "Hello." as "Hello!" */
void Composer::callOut(Sentence& sentence)
{
    static constexpr std::array<std::string_view, language_count> stops{".", ".", "。"},
        calls{"!", " !", "！"};
    for (std::size_t language = 0; language < language_count; ++language) {
        const std::string& text = sentence.text[language];
        const bool ends = text.size() > stops[language].size()
            && text.compare(text.size() - stops[language].size(), stops[language].size(), stops[language])
                == 0;
        if (!ends)
            return;
    }
    for (std::size_t language = 0; language < language_count; ++language) {
        std::string& text = sentence.text[language];
        text.replace(text.size() - stops[language].size(), stops[language].size(), calls[language]);
    }
}

/** Now and then two: Good night, Mom. See you tomorrow! */
Sentence Composer::saying()
{
    Sentence sentence = oneSaying();
    if (!chance(0.12))
        return sentence;
    const Sentence other = oneSaying();
    for (std::size_t language = 0; language < language_count; ++language) {
        sentence.is_usual[language] = sentence.is_usual[language] && other.is_usual[language];
        const bool has_blanks = language != static_cast<std::size_t>(Language::Chinese);
        sentence.text[language] += (has_blanks ? " " : "") + other.text[language];
    }
    return sentence;
}

} // namespace glassformer::grammar
