#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>

// Questions.

namespace glassformer::grammar {

/** What is the boy doing? What did the teacher say? */
Utterance Composer::whatIsDone()
{
    Clause clause;
    const VerbUse* use = nullptr;
    clause.verb = &verbWith(
        [](const Verb& verb, const VerbUse& its) {
            static constexpr std::array asked{"do", "say", "eat", "want", "see", "read", "buy", "like",
                "write", "drink", "cook", "make", "find", "need"};
            const bool is_asked = std::find(asked.begin(), asked.end(), verb.english) != asked.end();
            return is_asked && !verb.is("recipient") && !its.objects.empty() && its.subject == "person"
                && verb.particle.empty() && verb.french_preposition.empty();
        },
        use);
    clause.subject = person();
    clause.object = Nominal{.noun = &noun(any(use->objects))};
    clause.asking = Asking::What;
    if (chance(0.3) && !clause.object->noun->isMass()
        && clause.verb->chinese.find('~') == std::string::npos) {
        clause.asking = Asking::Which;
        clause.object->determiner = Determiner::Which;
        clause.object->plural = clause.object->noun->tags.count("self_plural") > 0;
    }
    clause.tense = tense();
    const bool goes_on = !clause.verb->is("state") && !clause.verb->is("done");
    clause.progressive = clause.tense == Tense::Present && goes_on && chance(0.6);
    if (!clause.progressive && clause.tense == Tense::Present && goes_on && chance(0.4))
        clause.modal = chance(0.5) ? Modal::Want : chance(0.5) ? Modal::Like : Modal::Can;
    if (chance(0.3) && clause.modal == Modal::None && !clause.verb->is("state")) {
        clause.time = clause.progressive ? presentMoment() : timeFor(clause.tense);
        clause.marks_past = false;
    }
    Utterance said;
    said.end = '?';
    said.add(nullptr, std::move(clause));
    return said;
}

/** How many cats are there in the garden? How many books did he buy? */
Utterance Composer::howMany()
{
    Clause clause;
    do
        clause = chance(0.5) ? existence() : action();
    while (!clause.object || !clause.object->noun || clause.object->noun->isMass()
        || clause.object->noun->tags.count("self_plural") || clause.recipient || clause.negated
        || clause.manner || clause.modal != Modal::None || clause.tense == Tense::Future
        || (clause.verb
            && (!clause.verb->french_preposition.empty() || !clause.verb->particle.empty()
                || clause.verb->chinese.find('~') != std::string::npos))
        || clause.object->joined || clause.frequency || clause.perfect || clause.purpose || clause.beneficiary
        || clause.subject.isNobody());
    clause.object = Nominal{.noun = clause.object->noun, .plural = true, .determiner = Determiner::Generic};
    clause.asking = Asking::HowMany;
    if (clause.kind == Clause::Kind::Exists && chance(0.25))
        clause.place.reset();
    Utterance said;
    said.end = '?';
    said.add(nullptr, std::move(clause));
    return said;
}

/** Who is that man? */
Utterance Composer::whoIs()
{
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    clause.subject.noun = &noun("person");
    static constexpr std::array known{Determiner::The, Determiner::This, Determiner::That, Determiner::Your,
        Determiner::His, Determiner::Her, Determiner::Our};
    clause.subject.determiner = any(known);
    adorn(clause.subject, 0.25);
    clause.asking = Asking::WhoIs;
    Utterance said;
    said.end = '?';
    said.add(nullptr, std::move(clause));
    return said;
}

Utterance Composer::question()
{
    const double way = m_random.uniform();
    if (way < 0.15)
        return whatIsDone();
    if (way < 0.22)
        return howMany();
    if (way < 0.26)
        return whoIs();
    for (;;) {
        Utterance said = statement();
        Clause& clause = said.parts.front().clause;
        clause.time_first = false;
        if (clause.subject.isNobody() || clause.purpose || clause.kind == Clause::Kind::Fixed || clause.more
            || clause.equal || clause.subject.relative || clause.kind == Clause::Kind::IsTo
            || clause.saysNever())
            continue;
        said.end = '?';
        static constexpr std::array ways{Asking::YesNo, Asking::YesNo, Asking::Who, Asking::What,
            Asking::Where, Asking::Why, Asking::When, Asking::Whom};
        const Asking asking = any(ways);
        const bool does = clause.kind == Clause::Kind::Does && !clause.company && !clause.beneficiary;
        const bool is_plain = does && clause.modal == Modal::None && !clause.frequency && !clause.perfect;
        const bool is_direct = clause.object && clause.verb && clause.verb->french_preposition.empty()
            && clause.verb->french_tail.empty() && !clause.object->pronoun && !clause.recipient
            && !clause.negated && !clause.manner;
        const auto is_you = [](const std::optional<Nominal>& other) {
            return other && other->pronoun == Who::You;
        };
        const bool meets_you = is_you(clause.recipient) || is_you(clause.company)
            || is_you(clause.beneficiary) || is_you(clause.object);
        if (clause.subject.pronoun == Who::I && !meets_you && chance(0.7))
            clause.subject.pronoun = Who::You;
        switch (asking) {
        case Asking::YesNo:
            if (clause.negated)
                continue;
            break;
        case Asking::Who:
            if (!does || !clause.subject.isPerson() || clause.subject.joined || clause.frequency
                || (clause.object && clause.object->pronoun) || clause.modal == Modal::HaveTo)
                continue;
            clause.subject = Nominal{};
            clause.subject.pronoun = Who::He;
            break;
        case Asking::What:
            if (!is_plain || !is_direct || clause.object->isPerson() || !clause.verb->particle.empty())
                continue;
            clause.place.reset();
            break;
        case Asking::Whom:
            if (!is_plain || !is_direct || !clause.object->isPerson()
                || clause.verb->chinese.find('~') != std::string::npos)
                continue;
            clause.place.reset();
            clause.object->joined.reset();
            clause.object->plural = false;
            clause.object->noun = &noun("person", 0);
            break;
        case Asking::Where:
            if (clause.kind == Clause::Kind::IsAt && !clause.negated && clause.tense == Tense::Present
                && !clause.subject.joined)
                break;
            if (!is_plain || !clause.place || clause.negated)
                continue;
            break;
        case Asking::Why:
            if ((!does && clause.kind != Clause::Kind::Is) || clause.manner || clause.frequency)
                continue;
            break;
        case Asking::When:
            if (!is_plain || clause.time || clause.progressive || clause.negated || clause.verb->is("state")
                || clause.manner || clause.tense == Tense::Present)
                continue;
            break;
        case Asking::Nothing:
        case Asking::HowMany:
        case Asking::WhoIs:
        case Asking::Which:
            continue;
        }
        clause.asking = asking;
        return said;
    }
}

} // namespace glassformer::grammar
