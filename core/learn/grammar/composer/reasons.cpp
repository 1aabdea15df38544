#include "core/learn/grammar/composer/composer.h"

#include <map>
#include <set>

// Why somebody does something, or doesn't.

namespace glassformer::grammar {
namespace {

constexpr Joint because_joint{"because", "parce que", "，因为"};
constexpr Joint because_first{"because", "parce que", "因为"};
constexpr Joint comma{",", ",", "，"};
constexpr Joint comma_so{",", ",", "，所以"};
constexpr Joint so{", so", ", donc", "，所以"};
constexpr Joint so_that{"that", "que", "，"};
constexpr Joint so_bare{", so", ", donc", "，"};

/** What is heavy can't be lifted, what is hot can't be eaten. */
bool makesImpossible(const Adjective& adjective, const Verb& verb)
{
    using Names = std::set<std::string>;
    static const Names moving{"lift", "carry", "move", "push", "pull"},
        tasting{"eat", "drink", "taste", "try"},
        thinking{"understand", "read", "solve", "explain", "translate", "answer"};
    static const std::map<std::string, Names> kept_from{{"heavy", moving}, {"big", moving}, {"hot", tasting},
        {"cold", tasting}, {"salty", tasting}, {"bitter", tasting}, {"sour", tasting}, {"spicy", tasting},
        {"hard", tasting}, {"difficult", thinking}, {"expensive", {"buy"}}, {"fast", {"catch", "follow"}},
        {"dangerous", {"touch", "catch", "enter"}}, {"broken", {"use", "open"}}, {"rotten", tasting}};
    const auto found = kept_from.find(adjective.english);
    return found != kept_from.end() && found->second.count(verb.english) > 0;
}

} // namespace

/** What can well be said to be the reason; nothing if there is none of this noun. */
const Adjective* Composer::reasonFor(const Noun& noun, bool negated, bool is_subject)
{
    static const std::set<std::string> drives{"happy", "hungry", "thirsty", "curious", "brave", "clever",
        "strong", "kind", "annoyed", "excited", "hard-working", "generous", "friendly", "careful", "angry",
        "lonely", "patient", "fast", "ready", "late", "powerful", "young"};
    static const std::set<std::string> hinders{"tired", "sick", "busy", "shy", "weak", "lazy", "scared",
        "sad", "sleepy", "nervous", "stubborn", "selfish", "old", "small", "slow", "late", "afraid", "hurt",
        "angry", "heavy", "young"};
    static const std::set<std::string> draws{"beautiful", "delicious", "cheap", "new", "good", "famous",
        "interesting", "fresh", "sweet", "ripe", "cute", "funny", "kind", "friendly", "comfortable", "clean",
        "important", "fast", "modern", "warm", "old", "big", "small", "red", "easy", "simple", "lost", "hurt",
        "hungry", "wonderful", "clever", "young"};
    static const std::set<std::string> repels{"expensive", "dirty", "broken", "old", "ugly", "boring", "bad",
        "cold", "hot", "salty", "bitter", "sour", "rotten", "hard", "difficult", "dangerous", "fierce", "big",
        "heavy", "small", "mean", "noisy", "dark", "crowded", "empty", "strange", "fast", "fragile", "spicy"};
    const std::set<std::string>& reasons =
        is_subject ? (negated ? hinders : drives) : (negated ? repels : draws);
    return adjectiveFor(noun, [&reasons](const Adjective& each) {
        return (each.place == AdjectivePlace::After || each.place == AdjectivePlace::Before)
            && reasons.count(each.english) > 0;
    });
}

/** The water is too cold, so I don't want to drink it; the box is so heavy that I can't lift it. */
Utterance Composer::refusal(bool is_so_that)
{
    for (;;) {
        Clause deed = personAction(Tense::Present);
        if (!deed.object || !deed.object->noun || deed.object->isPerson() || deed.verb->is("state")
            || deed.object->joined || deed.object->relative || !deed.verb->french_preposition.empty()
            || deed.verb->is("reflexive") || deed.verb->chinese.find('~') != std::string::npos || deed.place
            || deed.company || deed.frequency || deed.manner || deed.object->determiner == Determiner::Generic
            || deed.object->determiner == Determiner::Owner)
            continue;
        Clause is;
        is.kind = Clause::Kind::Is;
        is.subject = *deed.object;
        if (is.subject.determiner == Determiner::A)
            is.subject.determiner = Determiner::The;
        is.adjective = reasonFor(*is.subject.noun, true, false);
        if (!is.adjective || !is.subject.adjectives.empty() || is.subject.superlative
            || (is_so_that && !makesImpossible(*is.adjective, *deed.verb)))
            continue;
        is.degree = is_so_that ? Degree::So : Degree::Too;
        deed.progressive = false;
        deed.time = nullptr;
        deed.negated = true;
        deed.modal = is_so_that ? Modal::Can
            : chance(0.6)       ? Modal::Want
            : chance(0.6)       ? Modal::Can
                                : Modal::None;
        deed.tense = deed.modal == Modal::None ? Tense::Future : Tense::Present;
        deed.object = pronounFor(is.subject);
        Utterance said;
        // Chinese leaves out both 所以 and what was just named.
        said.is_usual_chinese = is_so_that || chance(0.5);
        deed.is_short_in_chinese = !said.is_usual_chinese;
        said.add(nullptr, std::move(is));
        said.add(is_so_that ? &so_that : said.is_usual_chinese ? &so : &so_bare, std::move(deed));
        return said;
    }
}

/** I couldn't lift the box because it was too heavy. */
Utterance Composer::unable()
{
    for (;;) {
        Clause main = deed([](const Verb&, const VerbUse& use) { return !use.objects.empty(); });
        if (!main.object || main.object->isPerson() || !main.object->noun
            || main.object->determiner == Determiner::Generic || !main.verb->french_preposition.empty())
            continue;
        if (main.object->determiner == Determiner::A)
            main.object->determiner = Determiner::The;
        Clause reason;
        reason.kind = Clause::Kind::Is;
        reason.subject = pronounFor(*main.object);
        reason.adjective = reasonFor(*main.object->noun, true, false);
        if (!reason.adjective || !makesImpossible(*reason.adjective, *main.verb))
            continue;
        do
            main.subject = chance(0.5) ? person() : simple("person");
        while (
            main.subject.relative || main.subject.isNobody() || main.subject.determiner == Determiner::All);
        main.negated = true;
        main.modal = Modal::Can;
        main.tense = reason.tense = chance(0.65) ? Tense::Past : Tense::Present;
        main.marks_past = reason.marks_past = false;
        reason.degree = Degree::Too;
        Utterance said;
        const Clause& told = said.add(nullptr, std::move(main));
        const Clause& why = said.add(&because_joint, std::move(reason));
        said.kind = SentenceKind::OneCandidate;
        said.pronoun = &why.subject;
        said.antecedent = &*told.object;
        said.cue = &why.adjective;
        return said;
    }
}

/** The nurse bought the lamp because it was beautiful. */
Utterance Composer::oneCandidate()
{
    if (chance(0.3))
        return unable();
    for (;;) {
        Clause main = actionOf(
            chance(0.7) ? anyOf("person") : anyOf("animal"), chance(0.75) ? Tense::Past : Tense::Present);
        if (main.modal != Modal::None || main.place || main.time || main.manner || main.subject.relative
            || main.perfect)
            continue;
        const bool has_thing =
            main.object && main.object->noun && main.object->noun->isPerson() == main.subject.isPerson();
        if (has_thing || (main.object && !main.object->noun))
            continue;
        Utterance said;
        Clause& told = said.add(nullptr, std::move(main));
        told.marks_past = told.progressive;
        const bool subject_is_meant = !told.object || chance(0.4);
        const Nominal& meant = subject_is_meant ? told.subject : *told.object;
        Clause reason;
        reason.kind = Clause::Kind::Is;
        reason.subject = pronounFor(meant);
        reason.adjective = reasonFor(*meant.noun, told.negated, subject_is_meant);
        if (!reason.adjective)
            continue;
        reason.degree = told.negated ? Degree::Too : chance(0.5) ? Degree::Very : Degree::Plain;
        reason.tense = told.tense;
        reason.marks_past = false;
        Clause& why = said.add(&because_joint, std::move(reason));
        said.kind = SentenceKind::OneCandidate;
        said.pronoun = &why.subject;
        said.antecedent = &meant;
        said.cue = &why.adjective;
        return said;
    }
}

/** The teacher is angry because the students are talking. */
Utterance Composer::reasoned()
{
    Utterance said;
    const Tense when = chance(0.5) ? Tense::Past : Tense::Present;
    const auto fits = [when](const Clause& clause) {
        return clause.tense == when && !clause.time && !clause.manner && !clause.perfect && !clause.purpose
            && !clause.subject.relative && !clause.subject.place && !clause.subject.superlative;
    };
    Clause main, reason;
    const auto draw = [&] { return chance(0.5) ? quality() : personAction(when); };
    do
        main = draw();
    while (!fits(main) || !main.subject.isPerson());
    do
        reason = chance(0.3) ? quality() : personAction(when);
    while (!fits(reason) || (reason.subject.noun && reason.subject.noun == main.subject.noun)
        || (reason.subject.pronoun && reason.subject.pronoun == main.subject.pronoun));
    main.marks_past = true;
    reason.marks_past = false;
    said.add(nullptr, std::move(main));
    said.add(&because_joint, std::move(reason));
    return said;
}

/** The baby is crying because it is hungry; we stay because it is raining. */
Utterance Composer::because()
{
    if (chance(0.35))
        return reasoned();
    Utterance said;
    Clause main = personAction(chance(0.6) ? Tense::Past : Tense::Present);
    while (main.time || main.manner || main.perfect)
        main = personAction(chance(0.6) ? Tense::Past : Tense::Present);
    Clause reason;
    const bool feels = chance(0.6) && main.subject.isPerson();
    if (!feels) {
        reason = weather(main.tense, false);
        reason.time = nullptr;
    } else {
        reason.kind = Clause::Kind::Is;
        reason.subject = main.subject.pronoun ? main.subject : pronounFor(main.subject);
        reason.adjective = reasonFor(noun("person:child"), main.negated, true);
        reason.tense = main.tense;
        reason.degree = main.negated ? Degree::Too : chance(0.4) ? Degree::Very : Degree::Plain;
    }
    reason.marks_past = false;
    if (chance(0.3)) {
        // Because he was sick, he didn't come; of somebody who is named, the name comes first.
        if (feels && !main.subject.pronoun)
            std::swap(main.subject, reason.subject);
        said.add(&because_first, std::move(reason));
        said.is_usual_chinese = chance(0.5);
        said.add(said.is_usual_chinese ? &comma : &comma_so, std::move(main));
        return said;
    }
    said.add(nullptr, std::move(main));
    said.add(&because_joint, std::move(reason));
    return said;
}

} // namespace glassformer::grammar
