#include "core/learn/grammar/composer/adverbs.h"
#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>
#include <string_view>

// One clause that says what somebody or something is.

namespace glassformer::grammar {

Clause Composer::quality()
{
    for (;;) {
        Clause clause;
        clause.kind = Clause::Kind::Is;
        const bool is_spoken = chance(0.3);
        clause.subject = is_spoken ? speaker() : Nominal{};
        const Noun* said_of = nullptr;
        if (!is_spoken) {
            const Noun& named = *any(m_all_nouns);
            if (named.word_class == "time")
                continue;
            clause.subject = anyOf(named.word_class);
            said_of = clause.subject.noun;
            const bool is_field = said_of->word_class == "study" || said_of->word_class == "work_of";
            if (said_of->isMass() && is_field && clause.subject.determiner == Determiner::A)
                clause.subject.determiner = Determiner::Generic;
        } else {
            said_of = &noun("person:child", clause.subject.isFeminine() ? 1 : 0);
        }
        const bool negated = chance(0.18);
        clause.adjective = adjectiveFor(*said_of, [&](const Adjective& each) {
            return each.place != AdjectivePlace::Kind
                && (!negated || each.place != AdjectivePlace::Predicate);
        });
        if (!clause.adjective)
            continue;
        const auto& said = clause.subject.adjectives;
        if (std::any_of(said.begin(), said.end(), [&clause](const Adjective* each) {
                const bool are_colours = each->place == AdjectivePlace::Colour
                    && clause.adjective->place == AdjectivePlace::Colour;
                return are_colours || each->english == clause.adjective->english;
            }))
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
        const bool can_pair = has_degree && !negated && clause.tense == Tense::Present
            && clause.adjective->feeling.empty() && !is_spoken;
        if (can_pair && chance(0.14)) {
            const Adjective* second = adjectiveFor(*said_of, [&clause](const Adjective& each) {
                return (each.place == AdjectivePlace::After || each.place == AdjectivePlace::Before)
                    && each.feeling.empty() && each.english != clause.adjective->english
                    && each.chinese != clause.adjective->chinese;
            });
            clause.degree = Degree::Plain;
            clause.second = second;
        }
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
        const Noun& named = *any(m_all_nouns);
        if (named.word_class == "time" || named.isMass())
            continue;
        Nominal subject = simple(named.word_class), other = simple(named.word_class);
        if (subject.noun == other.noun || subject.noun->isMass() || other.noun->isMass()
            || subject.noun->tags.count("family") || other.noun->tags.count("family"))
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
        if (other.noun->isPerson() && chance(0.4)) {
            const Nominal than = chance(0.7)
                ? speaker()
                : Nominal{.noun = &noun("person:family"), .determiner = Determiner::My};
            if (!clause.subject.pronoun
                || (than.pronoun != clause.subject.pronoun && than.pronoun != Who::We))
                other = than;
        }
        if (chance(0.8))
            clause.than = std::make_shared<const Nominal>(std::move(other));
        else
            clause.subject.plural = clause.subject.noun && clause.subject.plural;
        if (clause.than && chance(0.25)) {
            // As tall as; of less than that only this form is said.
            clause.more = false;
            clause.equal = true;
            clause.negated = chance(0.4);
        }
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
        return is_open ? &noun(word_class) : &nounAs(word_class, who.isFeminine());
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
        static const std::array<std::pair<const char*, const char*>, 4> kinds{{{"animal", "animal"},
            {"fruit", "fruit"}, {"animal:bird", "bird"}, {"fruit:vegetable", "vegetable"}}};
        const auto& [members, kind] = any(kinds);
        const char* word = kind;
        do
            clause.subject = simple(members);
        while (clause.subject.noun->isMass()
            || (std::string_view(members) == "fruit" && clause.subject.noun->tags.count("vegetable")));
        do
            what.noun = &noun(std::string(clause.subject.noun->word_class) + ":" + word);
        while (what.noun->english != word);
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
    const bool can_excel = what.noun->isPerson() && !what.plural && what.adjectives.empty() && chance(0.08);
    if (can_excel) {
        Nominal best;
        do
            best = anyOf("person");
        while (!best.superlative || best.noun->feminine != what.noun->feminine
            || best.noun->tags.count("family"));
        what = std::move(best);
    }
    const bool is_family = what.noun->tags.count("family") > 0;
    if (is_family && what.determiner == Determiner::A && what.adjectives.empty())
        what.determiner = Determiner::My;
    clause.negated = !what.superlative && chance(0.15);
    clause.tense = chance(0.82) ? Tense::Present : Tense::Past;
    const bool is_trade =
        what.noun->tags.count("job") && what.determiner == Determiner::A && clause.subject.isPerson();
    if (is_trade && !clause.negated && chance(0.25)) {
        // She wants to be a singer.
        static constexpr std::array wishes{Modal::Want, Modal::WouldLike, Modal::Want};
        clause.modal = any(wishes);
        clause.tense = Tense::Present;
    }
    what.is_kind = true;
    clause.object = std::move(what);
    return clause;
}

/** This is my book; those are apples. */
Clause Composer::pointed()
{
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    clause.subject.pronoun = chance(0.35) ? Who::This : chance(0.5) ? Who::That : Who::It;
    static constexpr std::array things{"object", "animal", "person", "building", "vehicle", "clothes",
        "furniture", "container", "fruit", "dish", "work_of", "drink"};
    Nominal what;
    do
        what = anyOf(any(things));
    while ((clause.subject.pronoun == Who::It && what.noun->isPerson()) || what.determiner == Determiner::This
        || what.determiner == Determiner::That || what.determiner == Determiner::All
        || what.determiner == Determiner::Many || what.place || what.noun->tags.count("self_plural")
        || what.noun->isMass());
    if (what.determiner == Determiner::The && !what.superlative && chance(0.7))
        what.determiner = Determiner::A;
    if (what.determiner == Determiner::A && what.noun->tags.count("family"))
        what.determiner = Determiner::My;
    clause.subject.plural = what.plural;
    if (clause.subject.pronoun == Who::It) {
        clause.subject.pronoun = what.plural ? Who::They : Who::It;
        clause.subject.plural = false;
        clause.subject.stands_for_person = false;
    }
    what.is_kind = true;
    clause.negated = what.determiner != Determiner::Number && !what.superlative && chance(0.15);
    clause.object = std::move(what);
    return clause;
}

/** The boy is ten years old. */
Clause Composer::aged()
{
    Clause clause;
    clause.kind = Clause::Kind::IsAged;
    do
        clause.subject = chance(0.8) ? person() : simple("animal");
    while (clause.subject.isPlural() || clause.subject.relative
        || clause.subject.determiner == Determiner::All || clause.subject.determiner == Determiner::Many);
    clause.years = chance(0.7) ? 1 + below(20) : 21 + below(79);
    clause.tense = chance(0.85) ? Tense::Present : Tense::Past;
    return clause;
}

/** It is easy to swim; it isn't easy to read this book. */
Clause Composer::easyTo()
{
    for (;;) {
        Clause clause;
        clause.kind = Clause::Kind::IsTo;
        clause.subject.pronoun = Who::It;
        static constexpr std::array judged{
            "easy", "easy", "difficult", "dangerous", "important", "impossible"};
        const std::string wanted = any(judged);
        for (const Adjective& adjective : m_words.adjectives)
            if (adjective.english == wanted)
                clause.adjective = &adjective;
        Clause deed;
        const VerbUse* use = nullptr;
        deed.verb = &verbWith(
            [](const Verb& verb, const VerbUse& its) {
                return its.subject == "person" && !verb.is("state") && !verb.is("recipient");
            },
            use);
        if (!clause.adjective || deed.verb->english == "die")
            continue;
        if (!use->objects.empty()) {
            deed.object = anyOf(any(use->objects));
            if (deed.object->determiner == Determiner::Owner || deed.object->place)
                continue;
        }
        deed.subject.pronoun = Who::You;
        clause.deed = std::make_shared<const Clause>(std::move(deed));
        clause.negated = wanted != "impossible" && chance(0.2);
        clause.tense = chance(0.85) ? Tense::Present : Tense::Past;
        if (!clause.negated && wanted != "impossible" && chance(0.35))
            clause.degree = chance(0.6) ? Degree::Very : Degree::Too;
        return clause;
    }
}

Clause Composer::whereabouts()
{
    Clause clause;
    clause.kind = Clause::Kind::IsAt;
    const double draw = m_random.uniform();
    static constexpr std::array things{"object", "clothes", "container", "dish", "fruit"};
    if (draw < 0.3) {
        clause.subject = chance(0.08) ? anybody() : person();
        clause.place = placeFor(clause.subject);
    } else if (draw < 0.55) {
        clause.subject = anyOf("animal");
        clause.place = placeFor(clause.subject);
    } else {
        clause.subject = anyOf(any(things));
        clause.place = thingPlace();
    }
    clause.subject.place.reset();
    joinAnother(clause.subject, 0.05);
    if (clause.subject.isPerson() && chance(0.04)) {
        auto bed = std::make_shared<Place>();
        bed->where = Where::InBed;
        clause.place = std::move(bed);
    }
    clause.negated = chance(0.15) && !clause.subject.isNobody();
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
        do
            place->ground = {.noun = &noun("road")};
        while (place->ground.noun->tags.count("covered"));
        clause.place = std::move(place);
    } else {
        clause.place = living ? placeFor(what) : thingPlace();
    }
    clause.negated = what.determiner == Determiner::A && !what.plural && what.adjectives.empty()
        && chance(mass ? 0.35 : 0.2);
    clause.tense = chance(0.75) ? Tense::Present : Tense::Past;
    clause.object = std::move(what);
    return clause;
}

} // namespace glassformer::grammar
