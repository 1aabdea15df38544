#include "core/learn/grammar/composer/adverbs.h"
#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>
#include <set>

// One clause that says what somebody does.

namespace glassformer::grammar {
namespace {

bool isMovement(const Verb& verb)
{
    static constexpr std::array names{"run", "walk", "swim", "sing", "dance", "fly"};
    return std::find(names.begin(), names.end(), verb.english) != names.end();
}

/** What such a verb says beside a place is where to: French and Chinese would say where. */
bool isToward(const Verb& verb)
{
    return verb.english == "come" || verb.english == "arrive" || verb.english == "forget"
        || verb.particle == "away";
}

} // namespace

const Verb& Composer::verbWith(
    const std::function<bool(const Verb&, const VerbUse&)>& fits, const VerbUse*& use)
{
    for (;;) {
        const Verb& verb = *any(m_all_verbs);
        use = &any(verb.uses);
        if (fits(verb, *use))
            return verb;
    }
}

Tense Composer::tense()
{
    const double draw = m_random.uniform();
    return draw < 0.42 ? Tense::Past : draw < 0.86 ? Tense::Present : Tense::Future;
}

const Adverb* Composer::timeFor(Tense tense)
{
    for (;;) {
        const Adverb& time = any(times);
        if (time.tense == tense)
            return &time;
    }
}

/** What this subject can do: a pronoun or name does what persons do. */
Clause Composer::actionOf(Nominal subject, Tense tense)
{
    const bool fresh = !subject.noun;
    const VerbUse* use = nullptr;
    const Verb& verb = verbWith(
        [&](const Verb& each, const VerbUse& its) {
            const bool does = fresh ? its.subject == "person" : isOf(*subject.noun, its.subject);
            return does && !each.is("recipient") && !each.is("ability");
        },
        use);
    Clause clause;
    clause.subject = std::move(subject);
    clause.verb = &verb;
    clause.tense = tense;
    const bool can_go_on = !verb.is("state") && !verb.is("done") && verb.english != "reach";
    const bool happens_now = tense == Tense::Present && (can_go_on ? chance(0.5) : false);
    clause.progressive = (verb.is("ongoing") && tense != Tense::Future) || happens_now
        || (tense == Tense::Past && can_go_on && chance(0.12));
    clause.negated = chance(0.2) && clause.subject.determiner != Determiner::All;
    if (!use->objects.empty()) {
        const bool has_pronoun = chance(0.15) && verb.french_preposition.empty() && !verb.is("reflexive");
        Nominal object = anyOf(any(use->objects));
        while (object.noun == clause.subject.noun)
            object = anyOf(any(use->objects));
        const bool takes_some = object.noun->word_class == "dish" || object.noun->word_class == "fruit"
            || object.noun->word_class == "drink" || object.noun->word_class == "study";
        if (takes_some && chance(0.75) && object.determiner == Determiner::The && !object.place
            && !object.superlative) {
            object.determiner = Determiner::Generic;
            object.plural = !object.noun->isMass();
            object.number = 0;
        }
        const auto& tags = object.noun->tags;
        if (object.noun->word_class == "work_of"
            && (tags.count("ball") || tags.count("court") || tags.count("board")))
            object = Nominal{.noun = object.noun, .determiner = Determiner::Generic};
        if (clause.negated && object.determiner == Determiner::A)
            object.determiner = Determiner::The;
        clause.object = has_pronoun ? pronounFor(object) : std::move(object);
        if (!has_pronoun && verb.french_preposition.empty())
            joinAnother(*clause.object, 0.07);
    } else if (isMovement(verb) && chance(0.35) && !clause.progressive) {
        clause.manner = &any(skilled_manners);
        clause.negated = false;
    } else if (chance(0.12) && verb.french_preposition.empty() && !verb.is("state")) {
        clause.manner = &manners[static_cast<std::size_t>(below(clause.subject.isPlural() ? 5 : 4))];
        clause.negated = false;
    }
    // Goes to the park to play; buys a flower for a friend.
    const bool goes_to = (verb.english == "go" || verb.english == "come") && verb.particle == "to";
    if (goes_to && tense != Tense::Past && !clause.negated && chance(0.25)) {
        const VerbUse* aim = nullptr;
        Clause deed;
        deed.verb = &verbWith(
            [](const Verb& each, const VerbUse& its) {
                static constexpr std::array aims{"play", "eat", "see", "buy", "read", "sing", "work", "rest",
                    "study", "visit", "swim", "dance", "find", "draw"};
                return its.subject == "person" && !each.is("recipient") && each.particle.empty()
                    && each.french_preposition.empty() && !each.is("reflexive") && !each.is("state")
                    && std::find(aims.begin(), aims.end(), each.english) != aims.end();
            },
            aim);
        if (!aim->objects.empty())
            deed.object = Nominal{.noun = &noun(any(aim->objects)), .determiner = Determiner::A};
        clause.purpose = std::make_shared<const Clause>(std::move(deed));
    }
    static constexpr std::array favours{"buy", "make", "cook", "draw", "prepare", "choose", "find"};
    const bool is_favour = clause.subject.isPerson() && clause.object && clause.object->noun
        && !clause.object->joined && use->subject == "person" && verb.french_preposition.empty()
        && std::find(favours.begin(), favours.end(), verb.english) != favours.end();
    if (is_favour && chance(0.25)) {
        Nominal friend_ = chance(0.3) ? speaker() : anyOf("person");
        const bool is_other = friend_.noun ? friend_.noun != clause.subject.noun
                                           : friend_.pronoun != clause.subject.pronoun
                && friend_.pronoun != Who::We && (!friend_.isPlural() || !clause.subject.isPlural());
        if (is_other && !friend_.relative && friend_.determiner != Determiner::All)
            clause.beneficiary = std::move(friend_);
    }
    static const std::set<std::string> far{"to", "to school", "to work", "to Paris", "to London",
        "to the seaside", "to the cinema", "to the countryside"};
    const bool travels = verb.english == "travel" || (verb.english == "go" && far.count(verb.particle))
        || (verb.english == "come" && verb.particle.empty());
    if (travels && clause.subject.isPerson() && chance(0.35)) {
        clause.manner = &any(means);
        clause.negated = false;
    }
    const bool goes = verb.french_preposition == "dans" || verb.is("state") || verb.english == "go"
        || verb.english == "leave" || verb.chinese.find('~') != std::string::npos || verb.english == "stay"
        || isToward(verb) || verb.english == "travel";
    if (std::shared_ptr<const Place> own = ownPlace(clause); own && chance(0.3))
        clause.place = std::move(own);
    else if (!clause.manner && !goes && !clause.beneficiary && chance(use->objects.empty() ? 0.35 : 0.15))
        clause.place = placeFor(clause.subject);
    if (chance(0.22) && !clause.manner)
        clause.time = happens_now ? &any(present_moments) : timeFor(tense);
    // We are going to the zoo tomorrow.
    const bool sets_out = verb.english == "go" || verb.english == "come" || verb.english == "leave"
        || verb.english == "arrive" || verb.english == "travel";
    if (tense == Tense::Present && sets_out && !clause.manner && chance(0.2)) {
        clause.progressive = true;
        clause.time = timeFor(Tense::Future);
    }
    if (clause.time && clause.tense == Tense::Past)
        clause.marks_past = false;
    if (!clause.purpose && !clause.subject.isNobody())
        nuance(clause, *use);
    return clause;
}

/** Where such a deed is mostly done: birds fly in the sky, teachers write on the board. */
std::shared_ptr<const Place> Composer::ownPlace(const Clause& clause)
{
    const Verb& verb = *clause.verb;
    auto place = std::make_shared<Place>();
    const bool writes = clause.subject.isPerson() && clause.object && clause.object->noun
        && ((verb.english == "write" && clause.object->noun->word_class == "study")
            || (verb.english == "draw" && clause.object->noun->word_class != "person"));
    const bool is_high = verb.english == "fly" || verb.english == "shine";
    if (clause.manner || clause.beneficiary || (!writes && !is_high) || !verb.particle.empty())
        return nullptr;
    if (writes)
        place->where = Where::OnBoard;
    else
        place->ground = {.noun = &noun("sky:sky")};
    if (is_high && clause.subject.noun == place->ground.noun)
        return nullptr;
    return place;
}

/** With a will, a habit or in company. */
void Composer::nuance(Clause& clause, const VerbUse& use)
{
    const Verb& verb = *clause.verb;
    const double mood = m_random.uniform();
    const bool is_plain = !clause.progressive && clause.tense != Tense::Future && !verb.is("state");
    if (mood < 0.22 && is_plain && !clause.time) {
        static constexpr std::array moods{Modal::Can, Modal::Must, Modal::Want, Modal::Can, Modal::Should,
            Modal::Want, Modal::Like, Modal::Like, Modal::HaveTo, Modal::Need, Modal::GoingTo,
            Modal::WouldLike, Modal::Start, Modal::Can, Modal::Can};
        clause.modal = any(moods);
        clause.negated = clause.negated || (clause.modal == Modal::Can && chance(0.25));
        if (clause.modal == Modal::Must || clause.modal == Modal::Should || clause.modal == Modal::GoingTo
            || clause.modal == Modal::WouldLike)
            clause.tense = Tense::Present;
        if (clause.modal == Modal::Start || clause.modal == Modal::HaveTo)
            clause.negated = false;
        if (clause.modal == Modal::Start)
            clause.tense = Tense::Past;
        const bool is_living =
            clause.subject.isPerson() || (clause.subject.noun && clause.subject.noun->word_class == "animal");
        const bool is_only_for_persons = clause.modal != Modal::Can && clause.modal != Modal::Start
            && clause.modal != Modal::Want && clause.modal != Modal::Like;
        if (!is_living || (!clause.subject.isPerson() && is_only_for_persons))
            clause.modal = Modal::Can;
        if (verb.is("done") && (clause.modal == Modal::Like || clause.modal == Modal::Start))
            clause.modal = Modal::Want;
        return;
    }
    if (clause.negated || clause.modal != Modal::None || clause.perfect)
        return;
    const double habit = m_random.uniform();
    if (habit < 0.14 && clause.tense == Tense::Present && !clause.progressive && !clause.time
        && !clause.manner && clause.subject.determiner != Determiner::All
        && (!verb.is("state") || verb.is("liking"))) {
        clause.frequency = &any(frequencies);
        if (clause.object && clause.object->determiner == Determiner::A)
            clause.object->determiner = Determiner::The;
    } else if (habit < 0.2 && clause.progressive && clause.tense == Tense::Present && !clause.time) {
        clause.frequency = &still;
    } else if (habit < 0.26 && clause.tense == Tense::Past && !clause.progressive && !clause.time
        && !clause.manner && !verb.is("state") && !clause.place) {
        clause.perfect = true;
        clause.frequency = chance(0.6) ? &already : nullptr;
    } else if (habit < 0.34 && clause.subject.isPerson() && !clause.manner && use.subject == "person"
        && !verb.is("state") && !clause.recipient && verb.chinese.find('~') == std::string::npos
        && verb.french_preposition != "dans" && !clause.progressive) {
        if (clause.beneficiary)
            return;
        Nominal company = chance(0.2) ? speaker() : anyOf("person");
        const bool is_same = company.noun
            ? company.noun == clause.subject.noun
            : company.pronoun == clause.subject.pronoun || company.pronoun == Who::We;
        if (!is_same && !company.relative && company.determiner != Determiner::All)
            clause.company = std::move(company);
    }
}

const Adverb* Composer::presentMoment()
{
    return &any(present_moments);
}

/** A bread and a cheese, now and then "or". */
void Composer::joinAnother(Nominal& nominal, double probability)
{
    if (!chance(probability) || !nominal.noun || nominal.place || nominal.relative || nominal.superlative
        || nominal.joined || nominal.noun->word_class == "sky" || nominal.noun->word_class == "time")
        return;
    Nominal other = anyOf(nominal.noun->word_class);
    if (other.noun == nominal.noun || other.place || other.relative || other.superlative)
        return;
    const bool is_open = nominal.determiner == Determiner::Generic;
    if (is_open || other.determiner == Determiner::Generic) {
        other.determiner = nominal.determiner;
        other.plural = is_open ? !other.noun->isMass() : other.plural;
        other.owner.reset();
        if (nominal.determiner == Determiner::Owner)
            other.determiner = Determiner::The;
        if (other.noun->isMass() && other.determiner == Determiner::Number)
            other.determiner = Determiner::The;
    }
    nominal.joined = std::make_shared<const Nominal>(std::move(other));
}

/** The sun is shining; the water boils; the lesson starts. */
Clause Composer::happening()
{
    const VerbUse* use = nullptr;
    const Verb& verb = verbWith(
        [](const Verb& each, const VerbUse& its) {
            static constexpr std::array living{"person", "animal", "vehicle", "craft", "group"};
            const std::string kind = its.subject.substr(0, its.subject.find(':'));
            return its.objects.empty() && std::find(living.begin(), living.end(), kind) == living.end()
                && !each.is("state");
        },
        use);
    Clause clause;
    clause.verb = &verb;
    clause.subject = simple(use->subject);
    if (clause.subject.noun->word_class == "sky")
        clause.subject.plural = clause.subject.plural && clause.subject.noun->english == "star";
    if (clause.subject.determiner == Determiner::A)
        clause.subject.determiner = Determiner::The;
    clause.tense = tense();
    clause.progressive = clause.tense == Tense::Present && !verb.is("done") && chance(0.6);
    clause.negated = chance(0.12);
    if (std::shared_ptr<const Place> own = ownPlace(clause); own && chance(0.4))
        clause.place = std::move(own);
    if (chance(0.15)) {
        clause.time = clause.progressive ? presentMoment() : timeFor(clause.tense);
        clause.marks_past = clause.marks_past && clause.tense != Tense::Past;
    }
    return clause;
}

Clause Composer::action()
{
    static constexpr std::array doers{"animal", "vehicle", "animal", "craft"};
    if (chance(0.03)) {
        Clause clause = actionOf(anybody(), tense());
        clause.negated = false;
        clause.time_first = clause.time != nullptr;
        return clause;
    }
    if (chance(0.08))
        return possession();
    if (chance(0.07))
        return happening();
    Nominal subject = chance(0.72) ? person() : anyOf(any(doers));
    if (subject.noun && subject.determiner != Determiner::All)
        joinAnother(subject, 0.06);
    return actionOf(std::move(subject), tense());
}

Clause Composer::personAction(Tense tense)
{
    return actionOf(person(), tense);
}

/** Birds can fly; a horse can run fast. */
Clause Composer::ability()
{
    Clause clause;
    clause.modal = Modal::Can;
    const VerbUse* use = nullptr;
    clause.verb = &verbWith(
        [](const Verb& verb, const VerbUse& its) { return verb.is("skill") && its.objects.empty(); }, use);
    do
        clause.subject.noun = &noun(use->subject);
    while (clause.subject.noun->tags.count("family"));
    clause.subject.plural = chance(0.6);
    clause.subject.determiner = clause.subject.plural ? Determiner::Generic
        : chance(0.6)                                 ? Determiner::A
                                                      : Determiner::The;
    clause.negated = chance(0.3);
    if (isMovement(*clause.verb) && !clause.negated && chance(0.4))
        clause.manner = &any(skilled_manners);
    return clause;
}

Clause Composer::command()
{
    for (;;) {
        Clause clause;
        const VerbUse* use = nullptr;
        clause.verb = &verbWith(
            [](const Verb& verb, const VerbUse& its) {
                return its.subject == "person" && !verb.is("state") && !verb.is("recipient");
            },
            use);
        clause.commanded = true;
        clause.subject.pronoun = Who::You;
        if (chance(0.2))
            clause.subject.pronoun = Who::We;
        else
            clause.please = chance(0.5);
        clause.negated = !clause.please && chance(clause.subject.pronoun == Who::We ? 0.1 : 0.4);
        if (clause.verb->english == "fall" || clause.verb->english == "die" || clause.verb->english == "lose")
            continue;
        if (!use->objects.empty()) {
            clause.object = anyOf(any(use->objects));
            if (clause.object->determiner == Determiner::Owner || clause.object->place)
                continue;
            if (clause.negated && clause.object->determiner == Determiner::A)
                clause.object->determiner = Determiner::The;
        } else if (!isToward(*clause.verb) && chance(0.4)) {
            clause.place = placeFor(clause.subject);
        }
        return clause;
    }
}

} // namespace glassformer::grammar
