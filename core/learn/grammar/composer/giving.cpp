#include "core/learn/grammar/composer/composer.h"

// To have something and to give it.

namespace glassformer::grammar {

/** I have two dogs. */
Clause Composer::possession()
{
    Clause clause;
    clause.verb = &verbNamed("have");
    clause.subject = person();
    const VerbUse& use = any(clause.verb->uses);
    do
        clause.object = anyOf(any(use.objects));
    while (clause.object->determiner != Determiner::A && clause.object->determiner != Determiner::Number
        && clause.object->determiner != Determiner::Many);
    const bool is_one = clause.object->determiner == Determiner::A && !clause.object->isPlural()
        && !clause.object->noun->isMass();
    clause.negated = is_one && clause.object->adjectives.empty() && chance(0.35);
    // Two dogs and a cat.
    const Noun& other = noun(any(use.objects));
    if (!clause.negated && &other != clause.object->noun && !other.isMass() && !other.tags.count("family")
        && chance(0.15))
        clause.object->joined =
            std::make_shared<const Nominal>(Nominal{.noun = &other, .determiner = Determiner::A});
    return clause;
}

/** To give somebody something. */
Clause Composer::gift()
{
    Clause clause;
    const VerbUse* use = nullptr;
    clause.verb = &verbWith([](const Verb& verb, const VerbUse&) { return verb.is("recipient"); }, use);
    clause.subject = person();
    do
        clause.object = anyOf(any(use->objects));
    while (clause.object->determiner == Determiner::Owner || clause.object->relative);
    const bool to_animal = clause.object->noun->word_class == "dish" && chance(0.3);
    clause.recipient = to_animal ? simple("animal") : person();
    if (to_animal)
        clause.recipient->determiner = Determiner::The;
    const auto is_same = [&] {
        if (clause.recipient->noun)
            return clause.recipient->noun == clause.subject.noun;
        return clause.recipient->pronoun == clause.subject.pronoun
            && clause.recipient->name == clause.subject.name;
    };
    while (is_same())
        clause.recipient = anyOf("person");
    clause.tense = tense();
    clause.progressive = clause.tense == Tense::Present && chance(0.5);
    clause.negated = chance(0.12);
    if (clause.negated && clause.object->determiner == Determiner::A)
        clause.object->determiner = Determiner::The;
    if (chance(0.15) && !clause.progressive) {
        clause.time = timeFor(clause.tense);
        clause.marks_past = false;
    }
    // I gave it to him; in Chinese the thing stands in front: 把它给了他.
    const std::string& gives = clause.verb->chinese;
    const bool is_giving = gives == "给" || gives == "寄给" || gives == "借给";
    if (is_giving && !clause.negated && !clause.progressive && clause.tense != Tense::Present
        && !clause.recipient->relative && chance(0.3))
        clause.object = pronounFor(*clause.object);
    return clause;
}

} // namespace glassformer::grammar
