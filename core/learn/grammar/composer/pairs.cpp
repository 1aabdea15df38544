#include "core/learn/grammar/composer/composer.h"

#include <algorithm>

// Two clauses of one weight, each with a subject of its own or both of one speaker.

namespace glassformer::grammar {
namespace {

constexpr Joint and_also{"and", "et", "，"};
constexpr Joint but{", but", ", mais", "，但是"};
constexpr Joint stop{".", ".", "。"};

/** Whether somebody can do that to this. */
bool canBeDoneTo(const Verb& verb, const Noun& noun)
{
    return std::any_of(verb.uses.begin(), verb.uses.end(), [&noun](const VerbUse& use) {
        return std::any_of(use.objects.begin(), use.objects.end(),
            [&noun](const std::string& object) { return isOf(noun, object); });
    });
}

/** Without anything that would make two of them too long. */
bool isPlain(const Clause& clause)
{
    const Nominal& subject = clause.subject;
    return !clause.time && !clause.company && !clause.purpose && clause.modal == Modal::None
        && !clause.negated && !clause.frequency && !subject.joined && !subject.relative && !subject.place
        && !subject.superlative && !(clause.object && clause.object->relative);
}

bool areOne(const Nominal& one, const Nominal& other)
{
    return (one.noun && one.noun == other.noun) || (one.pronoun && one.pronoun == other.pronoun);
}

} // namespace

/** My mother is cooking and my father is reading; the door is open and the window is closed. */
Utterance Composer::pair()
{
    const double draw = m_random.uniform();
    std::optional<ClausePair> both = draw < 0.35 ? twoDeeds()
        : draw < 0.5                             ? oneDeedOfTwo()
        : draw < 0.8                             ? twoQualities()
        : draw < 0.88                            ? twoWeathers()
                                                 : twoThatAreOrHave();
    if (!both)
        return pair();
    both->first.marks_past = both->first.kind == Clause::Kind::Fixed;
    both->second.marks_past = false;
    Utterance said;
    said.add(nullptr, std::move(both->first));
    const bool contrasts = chance(0.2);
    said.add(contrasts ? &but : &and_also, std::move(both->second));
    return said;
}

Composer::ClausePair Composer::twoDeeds()
{
    const Tense when = tense();
    const bool goes_on = when == Tense::Present && chance(0.6);
    const auto draw = [&] {
        Clause clause;
        do
            clause = chance(0.8) ? personAction(when) : actionOf(anyOf("animal"), when);
        while (!isPlain(clause) || clause.progressive != goes_on || clause.perfect);
        return clause;
    };
    ClausePair both;
    both.first = draw();
    do
        both.second = draw();
    while (areOne(both.first.subject, both.second.subject));
    return both;
}

/** The cat eats fish and the dog eats meat; nothing if nothing else can be eaten. */
std::optional<Composer::ClausePair> Composer::oneDeedOfTwo()
{
    Clause first;
    do
        first = chance(0.6) ? personAction(chance(0.7) ? Tense::Present : Tense::Past)
                            : actionOf(anyOf("animal"), Tense::Present);
    while (!isPlain(first) || !first.subject.noun || !first.object || !first.object->noun
        || first.object->joined || first.beneficiary || first.place || first.perfect);
    Clause second = first;
    do
        second.subject = anyOf(first.subject.noun->word_class);
    while (second.subject.noun == first.subject.noun || second.subject.relative || second.subject.superlative
        || second.subject.place);
    const Nominal& one = *first.object;
    Nominal other{.noun = one.noun, .plural = one.plural, .determiner = one.determiner, .number = one.number};
    for (int tries = 0; tries < 40; ++tries) {
        other.noun = &noun(one.noun->word_class);
        const bool is_other = other.noun != one.noun && other.noun != second.subject.noun;
        if (is_other && other.noun->isMass() == one.noun->isMass() && canBeDoneTo(*first.verb, *other.noun))
            break;
    }
    if (other.determiner == Determiner::Owner || !canBeDoneTo(*first.verb, *other.noun))
        return std::nullopt;
    second.object = std::move(other);
    return ClausePair{std::move(first), std::move(second)};
}

/** Her dress is red and her shoes are white. */
Composer::ClausePair Composer::twoQualities()
{
    ClausePair both;
    Clause &first = both.first, &second = both.second;
    do
        first = quality();
    while (!isPlain(first) || first.second || first.tense == Tense::Future);
    const auto are_alike = [&first](const Clause& other) {
        const Noun *one = first.subject.noun, *another = other.subject.noun;
        return other.tense == first.tense && other.degree == first.degree
            && other.subject.isPerson() == first.subject.isPerson()
            && (!one || !another || one->word_class == another->word_class);
    };
    do
        second = quality();
    while (!isPlain(second) || second.second || !are_alike(second) || areOne(first.subject, second.subject));
    return both;
}

/** It is cold and it is snowing. */
Composer::ClausePair Composer::twoWeathers()
{
    const Tense when = chance(0.7) ? Tense::Present : Tense::Past;
    ClausePair both{weather(when, false), {}};
    do
        both.second = weather(when, false);
    while (both.second.fixed == both.first.fixed);
    both.first.time = both.second.time = nullptr;
    both.second.place.reset();
    return both;
}

/** My mother is a doctor and my father is a teacher; I have a dog and you have a cat. */
Composer::ClausePair Composer::twoThatAreOrHave()
{
    const auto draw = [&] {
        Clause clause;
        do
            clause = chance(0.5) ? identity() : possession();
        while (!isPlain(clause) || clause.tense != Tense::Present);
        return clause;
    };
    ClausePair both;
    both.first = draw();
    do
        both.second = draw();
    while (both.second.kind != both.first.kind || areOne(both.first.subject, both.second.subject));
    return both;
}

/** Although he is tired, he works. */
Utterance Composer::concession()
{
    static constexpr Joint although{"although", "même si", "虽然"}, still_comma{",", ",", "，但是"};
    Utterance said;
    Clause first;
    do
        first = quality();
    while (first.time || first.subject.joined || first.subject.place || first.subject.relative
        || first.degree == Degree::Too || first.tense == Tense::Future
        || (!first.subject.isPerson() && first.subject.noun->word_class != "animal"));
    Clause second;
    do
        second = actionOf(first.subject, first.tense);
    while (second.tense != first.tense || second.frequency || second.time
        || (second.company && second.company->pronoun == first.subject.pronoun));
    second.subject = first.subject.pronoun ? first.subject : pronounFor(first.subject);
    second.marks_past = false;
    first.marks_past = false;
    said.add(&although, std::move(first));
    said.add(&still_comma, std::move(second));
    return said;
}

/** I am tired. I want to go home. */
Utterance Composer::twoOfOneSpeaker()
{
    Utterance said;
    Nominal who = speaker();
    const bool is_weather = chance(0.15);
    const Tense when = chance(0.75) ? Tense::Present : Tense::Past;
    Clause first;
    if (is_weather) {
        first = weather(when, false);
    } else if (chance(0.6)) {
        do
            first = quality();
        while (!first.subject.pronoun || first.tense != when);
        first.subject = who;
    } else {
        do
            first = actionOf(who, when);
        while (first.company || first.beneficiary);
    }
    Clause second;
    do
        second = actionOf(who, when);
    while (second.company && second.company->pronoun == who.pronoun);
    second.marks_past = false;
    said.add(nullptr, std::move(first));
    said.add(&stop, std::move(second));
    return said;
}

} // namespace glassformer::grammar
