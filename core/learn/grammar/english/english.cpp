#include "core/learn/grammar/english/english.h"

#include "core/learn/grammar/english/english_verb.h"
#include "core/learn/grammar/numerals.h"

#include <cctype>
#include <set>

namespace glassformer::grammar {
namespace {

/** Turn it off: the particle of such verbs stands behind a pronoun. */
bool isParted(const Clause& clause)
{
    static const std::set<std::string> loose{"on", "off", "up", "down", "away"};
    return clause.kind == Clause::Kind::Does && clause.verb && clause.object && clause.object->pronoun
        && !clause.lacks_object && clause.verb->french_preposition.empty()
        && loose.count(clause.verb->particle) > 0;
}

const char* degreeWord(Degree degree)
{
    switch (degree) {
    case Degree::Very:
        return "very";
    case Degree::Too:
        return "too";
    case Degree::ABit:
        return "a bit";
    case Degree::So:
        return "so";
    case Degree::Plain:
    case Degree::Enough:
        break;
    }
    return "";
}

/** Taller and taller, more and more tired. */
std::string growing(const std::string& comparative)
{
    constexpr std::string_view more = "more ";
    return comparative.rfind(more, 0) == 0 ? "more and " + comparative : comparative + " and " + comparative;
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
    if (clause.frequency && !clause.frequency->ends)
        m_line.add(clause.frequency->english, clause.frequency);
    m_line.add(group.rest, clause.kind == Clause::Kind::Does ? &clause : nullptr);
    sayRest(clause);
}

/** Tall, very tall, as tall, taller, taller and taller, tall enough, tall but weak. */
void English::sayQuality(const Clause& clause)
{
    if (clause.degree != Degree::Enough && !clause.more)
        m_line.add(degreeWord(clause.degree));
    if (clause.equal)
        m_line.add("as");
    m_line.add(clause.more ? clause.adjective->comparative
            : clause.grows ? growing(clause.adjective->comparative)
                           : clause.adjective->english,
        &clause.adjective);
    if (clause.degree == Degree::Enough)
        m_line.add("enough");
    if (clause.second) {
        m_line.add(clause.contrasts ? "but" : "and");
        m_line.add(clause.second->english, &clause.second);
    }
}

void English::sayRest(const Clause& clause)
{
    const bool parts = isParted(clause);
    if (clause.verb && clause.kind == Clause::Kind::Does && !parts)
        m_line.add(clause.verb->particle);
    const bool gives_it = clause.recipient && clause.object && clause.object->pronoun;
    if (clause.recipient && !gives_it)
        say(*clause.recipient, true);
    if (clause.kind == Clause::Kind::Is || clause.kind == Clause::Kind::IsTo) {
        sayQuality(clause);
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
    if (gives_it) {
        m_line.add("to");
        say(*clause.recipient, true);
    }
    if (parts)
        m_line.add(clause.verb->particle);
    if (clause.effect)
        m_line.add(clause.effect->english, &clause.effect);
    if (clause.agent) {
        m_line.add("by");
        say(*clause.agent, true);
    }
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
    if (clause.than && clause.kind == Clause::Kind::Does) {
        m_line.add("than");
        say(*clause.than, true);
    }
    if (clause.place && clause.asking != Asking::Where)
        say(*clause.place);
    if (clause.purpose) {
        m_line.add("to");
        sayDeed(*clause.purpose);
    }
    if (clause.meanwhile) {
        m_line.add("while");
        sayDeed(*clause.meanwhile, true);
    }
    if (clause.frequency && clause.frequency->ends)
        m_line.add(clause.frequency->english, clause.frequency);
    if (clause.time && !clause.time_first)
        m_line.add(clause.time->english, clause.time);
}

void English::sayDeed(const Clause& deed, bool is_ing)
{
    m_line.add(is_ing ? deed.verb->ing : deed.verb->english, &deed);
    sayRest(deed);
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
        return sayDeed(*clause.deed);
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
