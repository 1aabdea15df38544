#include "core/learn/grammar/french/french.h"
#include "core/learn/grammar/numerals.h"

#include <array>

namespace glassformer::grammar {
namespace {

const char* subjectPronoun(const Nominal& nominal)
{
    switch (nominal.frenchPronoun()) {
    case Who::I:
        return "je";
    case Who::You:
        return "tu";
    case Who::He:
        return "il";
    case Who::She:
        return "elle";
    case Who::It:
        return nominal.stands_for_feminine ? "elle" : "il";
    case Who::We:
        return "nous";
    case Who::YouAll:
        return "vous";
    case Who::They:
        return nominal.stands_for_feminine ? "elles" : "ils";
    case Who::This:
    case Who::That:
        return "ce";
    }
    return "";
}

} // namespace

void French::sayRest(const Clause& clause)
{
    if (clause.kind == Clause::Kind::Does && clause.object && !clause.object->pronoun
        && clause.asking != Asking::What && clause.asking != Asking::Whom && clause.asking != Asking::HowMany
        && clause.asking != Asking::Which && !clause.lacks_object) {
        const std::string& preposition = clause.verb->french_preposition;
        add(preposition);
        const Determiner determiner = clause.object->determiner;
        const bool is_direct = clause.verb->french_preposition.empty();
        const bool likes = clause.verb->is("liking") || !is_direct;
        const bool is_open = determiner == Determiner::A || (determiner == Determiner::Generic && !likes);
        const bool denies = clause.negated || clause.saysNever();
        const bool of_nothing = denies && is_open && is_direct;
        // Besoin de pain: not "de du pain".
        const bool of_some = (preposition == "de" || preposition == "près de") && determiner == Determiner::A
            && (clause.object->isFrenchPluralAlone() || clause.object->noun->isMass());
        const bool is_bare = clause.verb->is("bare") && determiner == Determiner::Generic;
        say(*clause.object,
            is_bare || of_some ? Article::None
                : of_nothing   ? Article::OnlyDe
                : is_open      ? Article::Some
                               : Article::Usual);
    }
    if (clause.recipient && !clause.recipient->pronoun) {
        m_line.add("à");
        say(*clause.recipient);
    }
    if (clause.effect)
        m_line.add(frenchForm(*clause.effect, clause.object->isFeminine(), clause.object->isFrenchPlural()),
            &clause.effect);
    if (clause.agent) {
        m_line.add("par");
        say(*clause.agent);
    }
    if (clause.beneficiary) {
        m_line.add("pour");
        say(*clause.beneficiary);
    }
    if (clause.company) {
        m_line.add("avec");
        say(*clause.company);
    }
    if (clause.manner && !standsInside(clause))
        m_line.add(clause.manner->french, clause.manner);
    if (clause.than && clause.kind == Clause::Kind::Does) {
        m_line.add("que");
        say(*clause.than);
    }
    if (clause.place && clause.asking != Asking::Where)
        say(*clause.place);
    if (clause.purpose) {
        m_line.add("pour");
        sayDeed(*clause.purpose);
    }
    if (clause.meanwhile) {
        m_line.add("en");
        m_line.add(m_verbs.gerund(clause.meanwhile->verb->french), clause.meanwhile.get());
        m_line.add(clause.meanwhile->verb->french_tail);
        sayRest(*clause.meanwhile);
    }
    if (clause.time && !clause.time_first)
        m_line.add(clause.time->french, clause.time);
}

void French::sayStatement(const Clause& clause)
{
    const Nominal& subject = clause.subject;
    const int person = subject.frenchPerson();
    const bool is_third = subject.pronoun && (person == 2 || person == 5);
    if (clause.kind == Clause::Kind::IsA && is_third && !isTrade(clause) && clause.modal == Modal::None) {
        // Of somebody who is known: c'est un ami.
        m_line.add("ce", &subject);
        sayBeing(clause, person, subject.isFeminine(), subject.isFrenchPlural());
        return sayRest(clause);
    }
    if (clause.is_elided)
        return sayPredicate(clause, person, subject.isFeminine(), subject.isFrenchPlural());
    if (subject.pronoun)
        m_line.add(subjectPronoun(subject), &subject);
    else
        say(subject);
    sayPredicate(clause, person, subject.isFeminine(), subject.isFrenchPlural());
}

void French::sayDeed(const Clause& deed)
{
    if (deed.verb->is("reflexive"))
        m_line.add("se");
    m_line.add(deed.verb->french, &deed);
    add(deed.verb->french_tail);
    sayRest(deed);
}

void French::say(const Clause& clause)
{
    if (clause.time && clause.time_first) {
        m_line.add(clause.time->french, clause.time);
        m_line.addSign(",");
    }
    if (clause.kind == Clause::Kind::Fixed) {
        add(clause.fixed->french);
        if (clause.place)
            say(*clause.place);
        if (clause.time && !clause.time_first)
            m_line.add(clause.time->french, clause.time);
        return;
    }
    if (clause.commanded) {
        if (clause.negated)
            m_line.add("ne");
        const bool to_us = clause.subject.pronoun == Who::We;
        if (clause.negated && clause.verb->is("reflexive"))
            m_line.add(to_us ? "nous" : "te");
        m_line.add(to_us ? m_verbs.present(clause.verb->french, 3) : m_verbs.imperative(clause.verb->french),
            &clause);
        if (clause.negated)
            m_line.add("pas");
        else if (clause.verb->is("reflexive"))
            m_line.addSign(to_us ? "-nous" : "-toi");
        add(tailOf(clause));
        sayRest(clause);
        if (clause.please) {
            m_line.addSign(",");
            m_line.add("s'il te plaît");
        }
        return;
    }
    if (clause.kind == Clause::Kind::Exists && clause.asking == Asking::HowMany) {
        m_line.add("combien");
        m_line.add("de");
        m_line.add(clause.object->noun->french_plural, &*clause.object);
        m_line.add("y");
        m_line.add(clause.tense == Tense::Past ? "avait-il" : "a-t-il");
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::IsTo) {
        m_line.add("il");
        sayVerbGroup(clause, {}, finiteForm("être", clause, 2), {}, {});
        m_line.add(degreeWord(clause));
        m_line.add(clause.adjective->masculine, &clause.adjective);
        m_line.add("de");
        return sayDeed(*clause.deed);
    }
    if (clause.kind == Clause::Kind::Exists) {
        if (clause.asking == Asking::YesNo) {
            m_line.add("est-ce");
            m_line.add("que");
        }
        m_line.add("il");
        if (clause.negated)
            m_line.add("ne");
        const std::string has = clause.tense == Tense::Past ? "avait"
            : clause.tense == Tense::Future                 ? "aura"
                                                            : "a";
        m_line.add(clause.negated ? "y " + has + " pas" : "y " + has);
        say(*clause.object, clause.negated ? Article::OnlyDe : Article::Usual);
        return sayRest(clause);
    }
    switch (clause.asking) {
    case Asking::Nothing:
        return sayStatement(clause);
    case Asking::Who:
        m_line.add("qui", &clause.subject);
        return sayPredicate(clause, 2, false, false);
    case Asking::Where:
        if (clause.kind == Clause::Kind::IsAt && clause.modal == Modal::None) {
            m_line.add("où", clause.place.get());
            const std::string form = finiteForm("être", clause, clause.subject.frenchPerson());
            if (clause.subject.pronoun)
                return m_line.add(form + "-" + subjectPronoun(clause.subject), &clause.subject);
            m_line.add(form, &clause);
            return say(clause.subject);
        }
        m_line.add("où", clause.place.get());
        break;
    case Asking::What:
        m_line.add("qu'est-ce", &*clause.object);
        break;
    case Asking::Whom:
        m_line.add("qui", &*clause.object);
        break;
    case Asking::HowMany:
        m_line.add("combien");
        m_line.add("de");
        m_line.add(clause.object->noun->french_plural, &*clause.object);
        break;
    case Asking::Which:
        say(*clause.object);
        break;
    case Asking::WhoIs: {
        m_line.add("qui");
        m_line.add(finiteForm("être", clause, clause.subject.frenchPerson()));
        if (clause.subject.pronoun)
            return m_line.addSign(std::string("-") + subjectPronoun(clause.subject));
        return say(clause.subject);
    }
    case Asking::Why:
        m_line.add("pourquoi");
        break;
    case Asking::When:
        m_line.add("quand");
        break;
    case Asking::YesNo:
        break;
    }
    if (clause.asking != Asking::What)
        m_line.add("est-ce");
    m_line.add("que");
    sayStatement(clause);
}

} // namespace glassformer::grammar
