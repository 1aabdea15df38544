#include "core/learn/grammar/french/french.h"
#include "core/learn/grammar/numerals.h"

// Somebody or something in French: articles, agreement, places.

namespace glassformer::grammar {
namespace {

bool isClosed(const Noun& noun)
{
    return noun.tags.count("h") > 0;
}

std::string strongPronoun(const Nominal& nominal)
{
    switch (nominal.frenchPronoun()) {
    case Who::I:
        return "moi";
    case Who::You:
        return "toi";
    case Who::We:
        return "nous";
    case Who::YouAll:
        return "vous";
    case Who::They:
        return nominal.stands_for_feminine ? "elles" : "eux";
    default:
        return nominal.isFeminine() ? "elle" : "lui";
    }
}

} // namespace

void French::sayDeterminer(
    const Nominal& nominal, Article article, const std::string& next, bool next_is_adjective)
{
    const Noun& noun = *nominal.noun;
    const bool feminine = noun.feminine, plural = nominal.isFrenchPluralAlone();
    const bool opens =
        beginsWithVowel(next) && (next_is_adjective ? next.rfind("haut", 0) != 0 : !isClosed(noun));
    // Trousers are one thing in French: un pantalon.
    const bool mass = noun.isMass() && !plural && !noun.tags.count("english_many");
    const auto possessive = [&](const char* masculine, const char* feminine_form, const char* many) {
        return plural ? many : feminine && !opens ? feminine_form : masculine;
    };
    switch (nominal.determiner) {
    case Determiner::The:
    case Determiner::Owner:
        return m_line.add(plural ? "les" : feminine ? "la" : "le");
    case Determiner::Generic:
        if (article == Article::Usual)
            return m_line.add(plural ? "les" : feminine ? "la" : "le");
        [[fallthrough]];
    case Determiner::A:
        if (article == Article::None)
            return;
        if (article == Article::OnlyDe || (plural && next_is_adjective))
            return m_line.add("de");
        if (mass) {
            m_line.add("de");
            return m_line.add(feminine ? "la" : "le");
        }
        return m_line.add(plural ? "des" : feminine ? "une" : "un");
    case Determiner::This:
    case Determiner::That:
        return m_line.add(plural ? "ces" : feminine ? "cette" : opens ? "cet" : "ce");
    case Determiner::My:
        return m_line.add(possessive("mon", "ma", "mes"));
    case Determiner::Your:
        return m_line.add(possessive("ton", "ta", "tes"));
    case Determiner::His:
    case Determiner::Her:
        return m_line.add(possessive("son", "sa", "ses"));
    case Determiner::Our:
        return m_line.add(plural ? "nos" : "notre");
    case Determiner::Their:
        return m_line.add(plural ? "leurs" : "leur");
    case Determiner::Number:
        return m_line.add(nominal.number == 1 ? (feminine ? "une" : "un") : frenchNumber(nominal.number));
    case Determiner::Which:
        return m_line.add(std::string("quel") + (feminine ? "le" : "") + (plural ? "s" : ""));
    case Determiner::Many:
        m_line.add("beaucoup");
        return m_line.add("de");
    case Determiner::All:
        m_line.add(plural ? (feminine ? "toutes" : "tous") : feminine ? "toute" : "tout");
        return m_line.add(plural ? "les" : feminine ? "la" : "le");
    }
}

void French::add(std::string_view words)
{
    while (!words.empty()) {
        const std::size_t blank = words.find(' ');
        m_line.add(words.substr(0, blank));
        words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    }
}

void French::say(const Nominal& nominal, Article article)
{
    if (nominal.pronoun)
        return m_line.add(strongPronoun(nominal), &nominal);
    if (nominal.name) {
        m_line.add(nominal.name->french.empty() ? nominal.name->text : nominal.name->french, &nominal);
        return sayJoined(nominal, article);
    }
    const Noun& noun = *nominal.noun;
    const bool plural = nominal.isFrenchPluralAlone();
    const std::string& word =
        nominal.plural && !noun.french_plural.empty() ? noun.french_plural : noun.french;

    struct Said
    {
        std::string form;
        const void* part;
        bool is_superlative, is_best;
    };
    std::vector<Said> before, after;
    for (std::size_t i = 0; i < nominal.adjectives.size(); ++i) {
        const Adjective& adjective = *nominal.adjectives[i];
        const bool superlative = nominal.superlative && i == 0;
        Said said{frenchForm(adjective, noun.feminine, plural), &nominal.adjectives[i], superlative, false};
        if (superlative && adjective.english == "good") {
            said.is_best = true;
            said.form = std::string("meilleur") + (noun.feminine ? "e" : "") + (plural ? "s" : "");
        }
        (adjective.place == AdjectivePlace::Before ? before : after).push_back(std::move(said));
    }
    // beau, nouveau, vieux have another form before a vowel.
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string& next = i + 1 < before.size() ? before[i + 1].form : word;
        const bool next_opens = beginsWithVowel(next) && !(i + 1 == before.size() && isClosed(noun));
        for (const Adjective* adjective : nominal.adjectives)
            if (!plural && !adjective->before_vowel.empty() && before[i].form == adjective->masculine
                && next_opens)
                before[i].form = adjective->before_vowel;
    }
    const bool superlative_before = !before.empty() && before.front().is_superlative;
    const std::string front = superlative_before && !before.front().is_best ? "plus"
        : !before.empty()                                                   ? before.front().form
                                                                            : word;
    sayDeterminer(nominal, article, front, !before.empty());
    for (const Said& said : before) {
        if (said.is_superlative && !said.is_best)
            m_line.add("plus");
        m_line.add(said.form, said.part);
    }
    if (isClosed(noun))
        m_line.addClosed(word, &nominal);
    else
        m_line.add(word, &nominal);
    for (const Said& said : after) {
        if (said.is_superlative) {
            m_line.add(plural ? "les" : noun.feminine ? "la" : "le");
            m_line.add("plus");
        }
        m_line.add(said.form, said.part);
    }
    if (nominal.among)
        add(nominal.among->french);
    if (nominal.determiner == Determiner::Owner) {
        m_line.add("de");
        say(*nominal.owner);
    }
    if (nominal.wearing) {
        m_line.add("à");
        say(*nominal.wearing);
    }
    if (nominal.place)
        say(*nominal.place);
    if (nominal.relative && nominal.relative->lacks_object) {
        m_line.add("que");
        sayStatement(*nominal.relative);
    } else if (nominal.relative) {
        m_line.add("qui");
        sayPredicate(*nominal.relative, plural ? 5 : 2, noun.feminine, plural);
    }
    sayJoined(nominal, article);
}

void French::sayJoined(const Nominal& nominal, Article article)
{
    if (!nominal.joined)
        return;
    m_line.add(nominal.is_choice ? "ou" : "et");
    say(*nominal.joined, article);
}

void French::say(const Place& place)
{
    if (const Fixed* said = groundless(place.where))
        return m_line.add(said->french, &place);
    switch (place.where) {
    case Where::In:
        m_line.add("dans");
        break;
    case Where::On:
        m_line.add("sur");
        break;
    case Where::Under:
        m_line.add("sous");
        break;
    case Where::Behind:
        m_line.add("derrière");
        break;
    case Where::InFrontOf:
        m_line.add("devant");
        break;
    case Where::Near:
        m_line.add("près");
        m_line.add("de");
        break;
    case Where::Above:
        add("au-dessus de");
        break;
    case Where::Opposite:
        add("en face de");
        break;
    case Where::Around:
        add("autour de");
        break;
    case Where::At:
        m_line.add("à");
        break;
    case Where::NextTo:
        add("à côté de");
        break;
    default:
        break;
    }
    say(place.ground);
}

} // namespace glassformer::grammar
