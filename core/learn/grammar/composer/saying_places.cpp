#include "core/learn/grammar/composer/saying_places.h"

#include "core/error.h"
#include "core/learn/grammar/chinese/chinese.h"
#include "core/learn/grammar/english/english.h"
#include "core/learn/grammar/french/french.h"
#include "core/learn/grammar/numerals.h"

#include <algorithm>
#include <sstream>

namespace glassformer::grammar {
namespace {

const std::map<std::string, Determiner>& determiners()
{
    static const std::map<std::string, Determiner> known{{"the", Determiner::The}, {"a", Determiner::A},
        {"no", Determiner::A}, {"this", Determiner::This}, {"my", Determiner::My}, {"your", Determiner::Your},
        {"his", Determiner::His}, {"her", Determiner::Her}, {"any", Determiner::Generic},
        {"bare", Determiner::Generic}};
    return known;
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

bool isDeed(const std::string& nouns)
{
    return nouns == "do" || nouns == "doing";
}

/** "no": without an article where something is denied. */
bool isDenied(const std::string& place)
{
    return partsOf(place).first == "no";
}

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
    std::istringstream read(text);
    for (std::string word; read >> word;) {
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

template <typename Realizer>
void say(Realizer& language, const Filling& filling, const std::string& text, std::size_t at)
{
    split(
        text, [&language](const std::string& words) { sayWords(language, words); },
        [&](const std::string& place) {
            const auto [determiner, nouns] = partsOf(place);
            if (const auto found = filling.words[at].find(nouns); found != filling.words[at].end())
                return language.add(found->second);
            if (isDeed(nouns))
                return sayDeedPlaced(language, nouns, filling.deed);
            const auto found = filling.named.find(nouns);
            if (found == filling.named.end())
                throw Error({Message::tr("the place {%1}", place), std::string("sayings.tsv"),
                    Message::tr("a place that the English text has, too"), {}});
            sayPlaced(language, place, placed(found->second, determiner));
        });
}

} // namespace

std::pair<std::string, std::string> partsOf(const std::string& place)
{
    const std::size_t blank = place.find(' ');
    if (blank == std::string::npos)
        return {{}, place};
    return {place.substr(0, blank), place.substr(blank + 1)};
}

std::vector<std::string> placesOf(const std::string& text)
{
    std::vector<std::string> places;
    split(
        text, [](const std::string&) {}, [&places](const std::string& place) { places.push_back(place); });
    return places;
}

void Filling::setNumbers(int number, int few, int hour)
{
    constexpr std::array in_words{englishNumber, frenchNumber, chineseNumber};
    for (std::size_t language = 0; language < language_count; ++language) {
        words[language]["number"] = in_words[language](number);
        words[language]["few"] = in_words[language](few);
        words[language]["hour"] = in_words[language](hour);
        words[language]["hour_french"] = hour == 12 ? "midi"
            : hour == 1                             ? "une heure"
                                                    : frenchNumber(hour) + " heures";
    }
}

void Filling::setDays(std::size_t weekday, std::size_t month)
{
    for (std::size_t language = 0; language < language_count; ++language) {
        words[language]["weekday"] = calendars[language].weekdays[weekday];
        words[language]["weekdays"] = calendars[language].many_weekdays[weekday];
        words[language]["month"] = calendars[language].months[month];
    }
}

bool Filling::has(const std::string& place) const
{
    const std::string nouns = partsOf(place).second;
    return words[0].count(nouns) > 0 || isDeed(nouns) || named.count(nouns) > 0;
}

bool Filling::fills(const std::string& text) const
{
    const std::vector<std::string> places = placesOf(text);
    return std::all_of(places.begin(), places.end(), [this](const std::string& place) { return has(place); });
}

std::string saidWith(
    const Filling& filling, const std::string& text, Language language, const FrenchVerbs& verbs)
{
    if (text.find('{') == std::string::npos && language != Language::English)
        return text;
    const auto at = static_cast<std::size_t>(language);
    switch (language) {
    case Language::English: {
        English english;
        say(english, filling, text, at);
        return english.finish().text;
    }
    case Language::French: {
        French french(verbs);
        say(french, filling, text, at);
        return french.finish().text;
    }
    case Language::Chinese: {
        Chinese chinese;
        say(chinese, filling, text, at);
        return chinese.finish().text;
    }
    }
    return {};
}

std::string contracted(const Filling& filling, const std::string& english)
{
    English said;
    say(said, filling, english, 0);
    return said.contract() ? said.finish().text : std::string();
}

} // namespace glassformer::grammar
