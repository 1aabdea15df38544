#include "core/learn/grammar/adverbs.h"
#include "core/learn/grammar/composer.h"

#include <algorithm>
#include <array>

namespace glassformer::grammar {
namespace {

bool isMovement(const Verb& verb)
{
    static constexpr std::array names{"run", "walk", "swim", "sing", "dance", "fly"};
    return std::find(names.begin(), names.end(), verb.english) != names.end();
}

} // namespace

const Verb& Composer::verbWith(
    const std::function<bool(const Verb&, const VerbUse&)>& fits, const VerbUse*& use)
{
    for (;;) {
        const Verb& verb = any(m_words.verbs);
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
    clause.progressive = happens_now || (tense == Tense::Past && can_go_on && chance(0.12));
    clause.negated = chance(0.2) && clause.subject.determiner != Determiner::All;
    if (!use->objects.empty()) {
        const bool has_pronoun = chance(0.12) && verb.french_preposition.empty() && !verb.is("reflexive");
        Nominal object = anyOf(any(use->objects));
        while (object.noun == clause.subject.noun)
            object = anyOf(any(use->objects));
        const bool takes_some = object.noun->word_class == "dish" || object.noun->word_class == "fruit"
            || object.noun->word_class == "drink" || object.noun->word_class == "study";
        if (takes_some && chance(0.5) && object.determiner == Determiner::The && !object.place) {
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
    } else if (isMovement(verb) && chance(0.35) && !clause.progressive) {
        clause.manner = &any(skilled_manners);
        clause.negated = false;
    } else if (chance(0.12) && verb.french_preposition.empty()) {
        clause.manner = &manners[static_cast<std::size_t>(below(clause.subject.isPlural() ? 5 : 4))];
        clause.negated = false;
    }
    const bool goes = verb.french_preposition == "dans" || verb.is("state") || verb.english == "go"
        || verb.english == "leave" || verb.chinese.find('~') != std::string::npos || verb.english == "stay";
    if (!clause.manner && !goes && chance(use->objects.empty() ? 0.35 : 0.15))
        clause.place = placeFor(clause.subject);
    if (chance(0.22) && !clause.manner)
        clause.time = happens_now ? &any(present_moments) : timeFor(tense);
    if (clause.time && clause.tense == Tense::Past)
        clause.marks_past = false;
    const double mood = m_random.uniform();
    if (mood < 0.18 && !clause.progressive && tense != Tense::Future && !verb.is("state") && !clause.time) {
        static constexpr std::array moods{
            Modal::Can, Modal::Must, Modal::Want, Modal::Can, Modal::Should, Modal::Want};
        clause.modal = any(moods);
        if (clause.modal == Modal::Must || clause.modal == Modal::Should)
            clause.tense = Tense::Present;
        const bool is_person = clause.subject.isPerson();
        if (!is_person && clause.modal != Modal::Can)
            clause.modal = Modal::Can;
    }
    return clause;
}

Clause Composer::action()
{
    static constexpr std::array doers{"animal", "vehicle", "animal", "craft"};
    Nominal subject = chance(0.72) ? person() : anyOf(any(doers));
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
    clause.subject.noun = &noun(use->subject);
    clause.subject.plural = chance(0.6);
    clause.subject.determiner = clause.subject.plural ? Determiner::Generic
        : chance(0.6)                                 ? Determiner::A
                                                      : Determiner::The;
    clause.negated = chance(0.3);
    if (isMovement(*clause.verb) && !clause.negated && chance(0.4))
        clause.manner = &any(skilled_manners);
    return clause;
}

Clause Composer::quality()
{
    for (;;) {
        Clause clause;
        clause.kind = Clause::Kind::Is;
        const bool is_spoken = chance(0.3);
        clause.subject = is_spoken ? speaker() : Nominal{};
        const Noun* said_of = nullptr;
        if (!is_spoken) {
            const Noun& named = any(m_words.nouns);
            if (named.word_class == "time")
                continue;
            clause.subject = anyOf(named.word_class);
            said_of = clause.subject.noun;
        } else {
            said_of = &noun("person:child");
        }
        const bool negated = chance(0.18);
        clause.adjective = adjectiveFor(*said_of, [&](const Adjective& each) {
            return each.place != AdjectivePlace::Kind
                && (!negated || each.place != AdjectivePlace::Predicate);
        });
        if (!clause.adjective)
            continue;
        const auto& said = clause.subject.adjectives;
        if (std::any_of(said.begin(), said.end(),
                [&clause](const Adjective* each) { return each->english == clause.adjective->english; }))
            continue;
        clause.negated = negated && clause.subject.determiner != Determiner::All;
        const bool has_degree = clause.adjective->place == AdjectivePlace::After
            || clause.adjective->place == AdjectivePlace::Before;
        const double how = m_random.uniform();
        if (has_degree && !negated && how < 0.4)
            clause.degree = how < 0.22 ? Degree::Very : Degree::Too;
        const double when = m_random.uniform();
        clause.tense = when < 0.7 ? Tense::Present : when < 0.94 ? Tense::Past : Tense::Future;
        if (clause.adjective->place == AdjectivePlace::Predicate)
            clause.tense = Tense::Present;
        if (clause.tense == Tense::Future && clause.degree != Degree::Plain)
            clause.degree = Degree::Plain;
        if (chance(0.08) && clause.adjective->place != AdjectivePlace::Predicate) {
            clause.time = clause.tense == Tense::Present ? &any(present_moments) : timeFor(clause.tense);
            clause.marks_past = false;
        }
        return clause;
    }
}

Clause Composer::comparison()
{
    for (;;) {
        Clause clause;
        clause.kind = Clause::Kind::Is;
        clause.more = true;
        const Noun& named = any(m_words.nouns);
        if (named.word_class == "time" || named.isMass())
            continue;
        Nominal subject = simple(named.word_class), other = simple(named.word_class);
        if (subject.noun == other.noun || subject.noun->isMass() || other.noun->isMass())
            continue;
        subject.determiner = other.determiner = Determiner::The;
        const bool generic = subject.plural && chance(0.5);
        if (generic) {
            subject.determiner = other.determiner = Determiner::Generic;
            other.plural = true;
        }
        clause.adjective = adjectiveFor(*subject.noun, [&](const Adjective& each) {
            return (each.place == AdjectivePlace::Before || each.place == AdjectivePlace::After)
                && canBeSaidOf(each, *other.noun);
        });
        if (!clause.adjective)
            continue;
        clause.subject = std::move(subject);
        if (clause.subject.noun->isPerson() && chance(0.3)) {
            clause.subject = Nominal{};
            clause.subject.name = &any(m_words.names);
        } else if (clause.subject.noun->isPerson() && chance(0.3)) {
            clause.subject = speaker();
        }
        if (chance(0.8))
            clause.than = std::make_shared<const Nominal>(std::move(other));
        else
            clause.subject.plural = clause.subject.noun && clause.subject.plural;
        clause.negated = clause.than && chance(0.12);
        return clause;
    }
}

/** I am a student; the horse is an animal; this is my book. */
Clause Composer::identity()
{
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    Nominal what;
    const double draw = m_random.uniform();
    // Who speaks may be of either gender; of others the noun tells.
    const auto nounFor = [this](const char* word_class, const Nominal& who) {
        const bool is_open = who.pronoun == Who::I || who.pronoun == Who::You || who.pronoun == Who::We;
        return &noun(word_class, is_open ? -1 : who.isFeminine() ? 1 : 0);
    };
    if (draw < 0.75) {
        clause.subject = chance(0.7) ? speaker() : person();
        what.plural = clause.subject.isPlural();
    }
    if (draw < 0.45) {
        what.noun = nounFor("person:job", clause.subject);
        what.determiner = Determiner::A;
        adorn(what, 0.25);
    } else if (draw < 0.75) {
        static constexpr std::array kin{"person:family", "person", "person:job"};
        static constexpr std::array owners{
            Determiner::My, Determiner::His, Determiner::Her, Determiner::Our, Determiner::Your};
        what.noun = nounFor(any(kin), clause.subject);
        what.determiner = chance(0.3) ? Determiner::A : any(owners);
        adorn(what, what.determiner == Determiner::A ? 1 : 0);
    } else {
        static const std::array<std::pair<const char*, const char*>, 3> kinds{
            {{"animal", "animal"}, {"fruit", "fruit"}, {"animal:bird", "bird"}}};
        const auto& [members, kind] = any(kinds);
        const char* word = kind;
        clause.subject = simple(members);
        what.noun = &noun(std::string(clause.subject.noun->word_class) + ":" + word);
        what.determiner = Determiner::A;
        clause.subject.plural = false;
        clause.subject.determiner = chance(0.5) ? Determiner::A : Determiner::The;
        if (what.noun == clause.subject.noun)
            clause.subject.determiner = Determiner::This;
        adorn(what, 0.4);
    }
    if (clause.subject.noun && clause.subject.noun == what.noun) {
        clause.subject = Nominal{};
        clause.subject.pronoun = Who::It;
        clause.subject.stands_for_person = false;
        what.plural = false;
        if (what.noun->isPerson())
            clause.subject.pronoun = Who::He;
    }
    const bool is_family = what.noun->tags.count("family") > 0;
    if (is_family && what.determiner == Determiner::A && what.adjectives.empty())
        what.determiner = Determiner::My;
    clause.negated = chance(0.15);
    clause.tense = chance(0.82) ? Tense::Present : Tense::Past;
    clause.object = std::move(what);
    return clause;
}

Clause Composer::whereabouts()
{
    Clause clause;
    clause.kind = Clause::Kind::IsAt;
    const double draw = m_random.uniform();
    static constexpr std::array things{"object", "clothes", "container", "dish", "fruit"};
    if (draw < 0.3) {
        clause.subject = person();
        clause.place = placeFor(clause.subject);
    } else if (draw < 0.55) {
        clause.subject = anyOf("animal");
        clause.place = placeFor(clause.subject);
    } else {
        clause.subject = anyOf(any(things));
        clause.place = thingPlace();
    }
    clause.subject.place.reset();
    clause.negated = chance(0.15);
    clause.tense = chance(0.7) ? Tense::Present : Tense::Past;
    return clause;
}

Clause Composer::existence()
{
    Clause clause;
    clause.kind = Clause::Kind::Exists;
    static constexpr std::array things{"object", "animal", "person", "dish", "fruit", "clothes", "nature",
        "vehicle", "sky:star", "furniture"};
    Nominal what = simple(any(things));
    const bool mass = what.noun->isMass();
    what.determiner = Determiner::A;
    const double draw = m_random.uniform();
    if (draw < 0.3 && !mass) {
        what.determiner = Determiner::Number;
        what.number = 2 + below(9);
        what.plural = true;
    } else if (draw < 0.45 && !mass) {
        what.determiner = Determiner::Many;
        what.plural = true;
    }
    adorn(what, 0.3);
    const bool living =
        what.noun->isPerson() || what.noun->word_class == "animal" || what.noun->word_class == "nature";
    if (what.noun->word_class == "sky") {
        auto place = std::make_shared<Place>();
        place->ground = {.noun = &noun("sky:sky")};
        clause.place = std::move(place);
    } else if (what.noun->word_class == "vehicle") {
        auto place = std::make_shared<Place>();
        place->where = Where::On;
        place->ground = {.noun = &noun("road")};
        clause.place = std::move(place);
    } else {
        clause.place = living ? placeFor(what) : thingPlace();
    }
    clause.negated =
        what.determiner == Determiner::A && !what.plural && what.adjectives.empty() && chance(0.15);
    clause.tense = chance(0.75) ? Tense::Present : Tense::Past;
    clause.object = std::move(what);
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
        clause.please = chance(0.5);
        clause.negated = !clause.please && chance(0.4);
        if (clause.verb->is("reflexive")
            || (clause.verb->english == "fall" || clause.verb->english == "die"
                || clause.verb->english == "lose"))
            continue;
        if (!use->objects.empty()) {
            clause.object = anyOf(any(use->objects));
            if (clause.object->determiner == Determiner::Owner || clause.object->place)
                continue;
            if (clause.negated && clause.object->determiner == Determiner::A)
                clause.object->determiner = Determiner::The;
        } else if (chance(0.4)) {
            clause.place = placeFor(clause.subject);
        }
        return clause;
    }
}

} // namespace glassformer::grammar
