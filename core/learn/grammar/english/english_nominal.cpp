#include "core/learn/grammar/english/english.h"
#include "core/learn/grammar/numerals.h"

// Somebody or something in English: articles, adjectives, places.

namespace glassformer::grammar {

bool takesAn(std::string_view word)
{
    if (word.rfind("uni", 0) == 0 || word.rfind("use", 0) == 0 || word.rfind("one", 0) == 0)
        return false;
    if (word.rfind("hour", 0) == 0 || word.rfind("honest", 0) == 0)
        return true;
    return !word.empty() && std::string_view("aeiouAEIOU").find(word[0]) != std::string_view::npos;
}

namespace {

const char* pronounOf(Who who, bool as_object)
{
    switch (who) {
    case Who::I:
        return as_object ? "me" : "I";
    case Who::You:
    case Who::YouAll:
        return "you";
    case Who::He:
        return as_object ? "him" : "he";
    case Who::She:
        return as_object ? "her" : "she";
    case Who::It:
        return "it";
    case Who::We:
        return as_object ? "us" : "we";
    case Who::They:
        return as_object ? "them" : "they";
    case Who::This:
    case Who::That:
        break;
    }
    return "";
}

/** French, mathematics: what one learns has no article. */
bool isField(const Nominal& nominal)
{
    return nominal.noun->isMass() && isOf(*nominal.noun, "study:learn") && !nominal.superlative
        && !nominal.relative && !nominal.place;
}

std::string determinerOf(const Nominal& nominal, const std::string& next)
{
    const bool many = nominal.isPluralAlone() || nominal.noun->isMass();
    switch (nominal.determiner) {
    case Determiner::The:
        return isField(nominal) ? "" : "the";
    case Determiner::A:
        return many ? (nominal.is_kind ? "" : "some") : takesAn(next) ? "an" : "a";
    case Determiner::This:
        return nominal.isPluralAlone() ? "these" : "this";
    case Determiner::That:
        return nominal.isPluralAlone() ? "those" : "that";
    case Determiner::My:
        return "my";
    case Determiner::Your:
        return "your";
    case Determiner::His:
        return "his";
    case Determiner::Her:
        return "her";
    case Determiner::Our:
        return "our";
    case Determiner::Their:
        return "their";
    case Determiner::Number:
        return englishNumber(nominal.number);
    case Determiner::Many:
        return nominal.noun->isMass() ? "much" : "many";
    case Determiner::All:
        return "all the";
    case Determiner::Which:
        return "which";
    case Determiner::Owner:
    case Determiner::Generic:
        break;
    }
    return {};
}

} // namespace

/** A sick animal is an ill one. */
bool English::vary(const std::map<std::string, std::vector<std::string>>& others, std::uint32_t seed)
{
    const bool varied = m_line.vary(others, seed);
    if (varied)
        m_line.fitArticles(takesAn);
    return varied;
}

void English::sayHead(const Nominal& nominal)
{
    const std::string& noun = nominal.plural ? nominal.noun->english_plural : nominal.noun->english;
    std::vector<std::string> adjectives;
    for (std::size_t i = 0; i < nominal.adjectives.size(); ++i)
        adjectives.push_back(nominal.superlative && i == 0 ? nominal.adjectives[i]->superlative
                                                           : nominal.adjectives[i]->english);
    const bool owns = nominal.determiner == Determiner::Owner;
    const bool is_of = owns && nominal.owner->noun && !nominal.owner->isPerson()
        && nominal.owner->noun->word_class != "animal";
    if (is_of) {
        m_line.add("the");
    } else if (owns) {
        say(*nominal.owner);
        const bool only_s = nominal.owner->noun && nominal.owner->plural && noun.back() != 'n';
        m_line.addSign(only_s ? "'" : "'s");
    } else {
        m_line.add(
            determinerOf(nominal, adjectives.empty() ? noun : adjectives.front()), &nominal.determiner);
    }
    for (std::size_t i = 0; i < adjectives.size(); ++i)
        m_line.add(adjectives[i], &nominal.adjectives[i]);
    m_line.add(noun, &nominal);
    if (is_of) {
        m_line.add("of");
        say(*nominal.owner);
    }
}

void English::say(const Nominal& nominal, bool as_object)
{
    if (nominal.pronoun == Who::This || nominal.pronoun == Who::That) {
        const bool near = nominal.pronoun == Who::This;
        return m_line.add(nominal.plural ? (near ? "these" : "those") : near ? "this" : "that", &nominal);
    }
    if (nominal.pronoun)
        return m_line.add(pronounOf(*nominal.pronoun, as_object), &nominal);
    if (nominal.name)
        m_line.add(nominal.name->text, &nominal);
    else
        sayHead(nominal);
    if (nominal.among)
        m_line.add(nominal.among->english);
    if (nominal.wearing) {
        m_line.add("with");
        say(*nominal.wearing, true);
    }
    if (nominal.place)
        say(*nominal.place);
    if (nominal.relative) {
        const bool is_who = m_says_who && nominal.isPerson() && !nominal.relative->lacks_object;
        m_said_who = m_said_who || is_who;
        m_line.add(is_who ? "who" : "that");
        if (nominal.relative->lacks_object)
            say(nominal.relative->subject);
        sayPredicate(*nominal.relative, true);
    }
    if (nominal.joined) {
        m_line.add(nominal.is_choice ? "or" : "and");
        say(*nominal.joined, as_object);
    }
}

void English::say(const Place& place)
{
    if (const Fixed* said = groundless(place.where))
        return m_line.add(said->english, &place);
    switch (place.where) {
    case Where::In:
        m_line.add("in");
        break;
    case Where::On:
        m_line.add("on");
        break;
    case Where::Under:
        m_line.add("under");
        break;
    case Where::Behind:
        m_line.add("behind");
        break;
    case Where::InFrontOf:
        m_line.add("in front of");
        break;
    case Where::Near:
        m_line.add("near");
        break;
    case Where::Above:
        m_line.add("above");
        break;
    case Where::Opposite:
        m_line.add("opposite");
        break;
    case Where::Around:
        m_line.add("around");
        break;
    case Where::At:
        m_line.add("at");
        break;
    case Where::NextTo:
        m_line.add("next to");
        break;
    default:
        break;
    }
    say(place.ground, true);
}

} // namespace glassformer::grammar
