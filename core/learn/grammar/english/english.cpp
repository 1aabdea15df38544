#include "core/learn/grammar/english/english.h"

#include "core/learn/grammar/english/english_verb.h"
#include "core/learn/grammar/numerals.h"

#include <cctype>
#include <set>

namespace glassformer::grammar {
namespace {

bool takesAn(std::string_view word)
{
    if (word.rfind("uni", 0) == 0 || word.rfind("use", 0) == 0 || word.rfind("one", 0) == 0)
        return false;
    if (word.rfind("hour", 0) == 0 || word.rfind("honest", 0) == 0)
        return true;
    return !word.empty() && std::string_view("aeiouAEIOU").find(word[0]) != std::string_view::npos;
}

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

/** Turn it off: the particle of such verbs stands behind a pronoun. */
bool isParted(const Clause& clause)
{
    static const std::set<std::string> loose{"on", "off", "up", "down", "away"};
    return clause.kind == Clause::Kind::Does && clause.verb && clause.object && clause.object->pronoun
        && !clause.lacks_object && clause.verb->french_preposition.empty()
        && loose.count(clause.verb->particle) > 0;
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

std::string English::negated(const std::string& helper) const
{
    if (m_is_formal)
        return helper == "can" ? "cannot" : helper + " not";
    if (helper == "will")
        return "won't";
    if (helper == "am")
        return "am not";
    return helper == "can" ? "can't" : helper + "n't";
}

bool English::contract()
{
    static const std::map<std::pair<std::string, std::string>, std::string> joined = [] {
        std::map<std::pair<std::string, std::string>, std::string> pairs;
        const auto add = [&pairs](const std::string& who, const char* helper, const char* end) {
            pairs[{who, helper}] = who + end;
            std::string large = who;
            large[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(large[0])));
            pairs[{large, helper}] = large + end;
        };
        add("I", "am", "'m");
        for (const char* who : {"he", "she", "it", "that", "what", "who", "where", "there", "how"})
            add(who, "is", "'s");
        for (const char* who : {"we", "you", "they"})
            add(who, "are", "'re");
        for (const char* who : {"I", "you", "he", "she", "it", "we", "they"}) {
            add(who, "will", "'ll");
            add(who, "would", "'d");
        }
        return pairs;
    }();
    return m_line.contract(joined);
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
    if (nominal.place)
        say(*nominal.place);
    if (nominal.relative) {
        m_line.add(m_is_formal && nominal.isPerson() && !nominal.relative->lacks_object ? "who" : "that");
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
    case Where::NextTo:
        m_line.add("next to");
        break;
    default:
        break;
    }
    say(place.ground, true);
}

/** Verb, complements and adverbs; of a question the subject stands behind the helper. */
void English::sayPredicate(const Clause& clause, bool subject_said)
{
    const VerbGroup group = verbGroupOf(clause, m_is_formal);
    if (!group.helper.empty()) {
        const bool marks_helper = group.rest.empty() && clause.kind != Clause::Kind::Is;
        const void* part = marks_helper ? static_cast<const void*>(&clause) : &clause.modal;
        // A question keeps its not behind the subject where it is said in full.
        const bool splits = m_is_formal && !subject_said && clause.negated;
        m_line.add(clause.negated && !splits ? negated(group.helper) : group.helper, part);
        if (splits) {
            say(clause.subject);
            subject_said = true;
            m_line.add("not");
        }
    }
    if (!subject_said)
        say(clause.subject);
    if (clause.frequency)
        m_line.add(clause.frequency->english, clause.frequency);
    m_line.add(group.rest, clause.kind == Clause::Kind::Does ? &clause : nullptr);
    sayRest(clause);
}

void English::sayRest(const Clause& clause)
{
    const bool parts = isParted(clause);
    if (clause.verb && clause.kind == Clause::Kind::Does && !parts)
        m_line.add(clause.verb->particle);
    if (clause.recipient)
        say(*clause.recipient, true);
    if (clause.kind == Clause::Kind::Is || clause.kind == Clause::Kind::IsTo) {
        if (clause.degree != Degree::Plain && !clause.more)
            m_line.add(clause.degree == Degree::Very ? "very" : "too");
        if (clause.equal)
            m_line.add("as");
        m_line.add(
            clause.more ? clause.adjective->comparative : clause.adjective->english, &clause.adjective);
        if (clause.second) {
            m_line.add("and");
            m_line.add(clause.second->english, &clause.second);
        }
        if (clause.than) {
            m_line.add(clause.equal ? "as" : "than");
            say(*clause.than, true);
        }
    }
    if (clause.kind == Clause::Kind::IsAged)
        m_line.add(englishNumber(clause.years) + (clause.years == 1 ? " year old" : " years old"), &clause);
    const bool asks_object = clause.asking == Asking::What || clause.asking == Asking::Whom
        || clause.asking == Asking::HowMany || clause.asking == Asking::Which;
    if (clause.object && !asks_object && !clause.lacks_object)
        say(*clause.object, true);
    if (parts)
        m_line.add(clause.verb->particle);
    if (clause.beneficiary) {
        m_line.add("for");
        say(*clause.beneficiary, true);
    }
    if (clause.company) {
        m_line.add("with");
        say(*clause.company, true);
    }
    if (clause.manner)
        m_line.add(clause.manner->english, clause.manner);
    if (clause.place && clause.asking != Asking::Where)
        say(*clause.place);
    if (clause.purpose) {
        m_line.add("to");
        m_line.add(clause.purpose->verb->english, clause.purpose.get());
        sayRest(*clause.purpose);
    }
    if (clause.time && !clause.time_first)
        m_line.add(clause.time->english, clause.time);
}

void English::say(const Clause& clause)
{
    if (clause.time && clause.time_first) {
        m_line.add(clause.time->english, clause.time);
        if (m_is_formal)
            m_line.addSign(",");
    }
    if (clause.kind == Clause::Kind::Fixed) {
        m_line.add(clause.fixed->english);
        if (clause.place)
            say(*clause.place);
        if (clause.time && !clause.time_first)
            m_line.add(clause.time->english, clause.time);
        return;
    }
    if (clause.commanded) {
        if (clause.please)
            m_line.add("please");
        if (clause.subject.pronoun == Who::We)
            m_line.add(clause.negated ? "let's not" : "let's");
        else if (clause.negated)
            m_line.add(m_is_formal ? "do not" : "don't");
        m_line.add(clause.verb->english, &clause);
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::Exists && clause.asking == Asking::HowMany) {
        m_line.add("how many");
        m_line.add(clause.object->noun->english_plural, &*clause.object);
        m_line.add(formOfBe(*clause.object, clause.tense));
        m_line.add("there");
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::Exists) {
        const bool asks = clause.asking == Asking::YesNo;
        const Nominal& what = *clause.object;
        const std::string be = formOfBe(what, clause.tense);
        const std::string form = clause.tense == Tense::Future ? "will be"
            : clause.negated                                   ? negated(be)
                                                               : be;
        m_line.add(asks ? form : "there");
        m_line.add(asks ? "there" : form);
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::IsTo) {
        m_line.add("it");
        const std::string be = clause.tense == Tense::Past ? "was" : "is";
        m_line.add(clause.negated ? negated(be) : be);
        sayRest(clause);
        m_line.add("to");
        m_line.add(clause.deed->verb->english, clause.deed.get());
        return sayRest(*clause.deed);
    }
    switch (clause.asking) {
    case Asking::Nothing:
        if (!clause.is_elided)
            say(clause.subject);
        return sayPredicate(clause, true);
    case Asking::WhoIs:
        m_line.add("who");
        return sayPredicate(clause, false);
    case Asking::Whom:
        m_line.add("who", &*clause.object);
        return sayPredicate(clause, false);
    case Asking::HowMany:
        m_line.add("how many");
        m_line.add(clause.object->noun->english_plural, &*clause.object);
        return sayPredicate(clause, false);
    case Asking::Which:
        say(*clause.object);
        return sayPredicate(clause, false);
    case Asking::YesNo:
        return sayPredicate(clause, false);
    case Asking::Who:
        m_line.add("who", &clause.subject);
        return sayPredicate(clause, true);
    case Asking::What:
        m_line.add("what", &*clause.object);
        return sayPredicate(clause, false);
    case Asking::Where:
        m_line.add("where", clause.place.get());
        return sayPredicate(clause, false);
    case Asking::Why:
        m_line.add("why");
        return sayPredicate(clause, false);
    case Asking::When:
        m_line.add("when");
        return sayPredicate(clause, false);
    }
}

} // namespace glassformer::grammar
