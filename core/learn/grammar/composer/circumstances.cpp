#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>
#include <string_view>

// What a deed brings about, what goes on beside it, what is about to be, was, or has not been yet.

namespace glassformer::grammar {
namespace {

using Names = std::set<std::string_view>;

/** A deed with nothing around it but its object. */
bool isBare(const Clause& clause)
{
    return !clause.time && !clause.manner && !clause.place && !clause.company && !clause.beneficiary
        && !clause.frequency && !clause.purpose && !clause.perfect && !clause.negated
        && clause.modal == Modal::None;
}

} // namespace

/** The news made her happy; money doesn't make people happy. */
Clause Composer::effect()
{
    static const Verb makes{.english = "make",
        .third = "makes",
        .past = "made",
        .participle = "made",
        .ing = "making",
        .french = "rendre",
        .chinese = "让",
        .flags = {"liking"}};
    static const Names moods{"happy", "sad", "nervous", "jealous", "curious", "famous", "rich", "lazy"};
    static constexpr std::array causes{"work_of:news", "work_of:story", "work_of:film", "work_of:song",
        "work_of:music", "work_of:work", "object:present", "object:letter", "work_of:dream", "work_of:money",
        "person", "work_of:game", "sky:rain"};
    Clause clause;
    clause.verb = &makes;
    clause.subject = chance(0.15) ? speaker() : simple(any(causes));
    if (clause.subject.noun && (clause.subject.noun->isMass() || clause.subject.noun->tags.count("family")))
        clause.subject.determiner =
            clause.subject.noun->english == "money" || clause.subject.noun->english == "music"
            ? Determiner::Generic
            : Determiner::The;
    Nominal whom = chance(0.5) ? speaker() : simple(chance(0.3) ? "person:people" : "person");
    while ((whom.pronoun && (whom.pronoun == clause.subject.pronoun || whom.pronoun == Who::We))
        || (whom.noun && (whom.noun == clause.subject.noun || whom.noun->tags.count("family"))))
        whom = speaker();
    if (whom.noun && whom.noun->english == "people")
        whom.determiner = Determiner::Generic;
    clause.object = std::move(whom);
    clause.effect = adjectiveFor(noun("person:child"),
        [](const Adjective& each) { return isGradable(each) && moods.count(each.english) > 0; });
    clause.tense = chance(0.5) ? Tense::Present : Tense::Past;
    clause.negated = chance(0.15);
    return clause;
}

/** She is singing while cooking. */
Clause Composer::meanwhile()
{
    static const Names done{"cook", "eat", "read", "walk", "work", "write", "clean", "draw", "wash", "do",
        "dance", "run", "drive", "drink"};
    static const Names beside{
        "sing", "listen", "watch", "eat", "drink", "laugh", "cry", "smile", "wait", "walk"};
    const auto from = [](const Names& names) {
        return [&names](const Verb& verb, const VerbUse&) {
            return names.count(verb.english) && verb.chinese.find('~') == std::string::npos
                && verb.chinese.find("在") == std::string::npos;
        };
    };
    Clause clause = deed(from(done));
    Clause other;
    do
        other = deed(from(beside));
    while (other.verb->english == clause.verb->english);
    do
        clause.subject = person();
    while (clause.subject.relative || clause.subject.determiner == Determiner::All);
    clause.meanwhile = std::make_shared<const Clause>(std::move(other));
    clause.tense = chance(0.65) ? Tense::Present : Tense::Past;
    clause.progressive = clause.tense == Tense::Present && chance(0.6);
    return clause;
}

/** The train is about to leave. */
Clause Composer::eve()
{
    static const Names near{
        "leave", "arrive", "start", "end", "cry", "go", "eat", "fall", "sing", "rest", "die", "come"};
    static constexpr std::array doers{"person", "vehicle:train", "vehicle:bus", "study:lesson",
        "work_of:film", "craft:plane", "person", "person"};
    const std::string doer = any(doers);
    Clause clause;
    const VerbUse* use = nullptr;
    do
        clause.subject = doer == "person" ? person() : simple(doer);
    while (clause.subject.relative || clause.subject.determiner == Determiner::All);
    clause.verb = &verbWith(
        [&](const Verb& verb, const VerbUse& its) {
            const bool does =
                clause.subject.noun ? isOf(*clause.subject.noun, its.subject) : its.subject == "person";
            return does && its.objects.empty() && near.count(verb.english) > 0 && !verb.is("state");
        },
        use);
    clause.modal = Modal::AboutTo;
    clause.tense = chance(0.85) ? Tense::Present : Tense::Past;
    clause.marks_past = false;
    if (clause.subject.determiner == Determiner::A && clause.subject.noun)
        clause.subject.determiner = Determiner::The;
    return clause;
}

/** I haven't seen this film; she has never eaten a mango; he hasn't finished his homework yet. */
Clause Composer::experience()
{
    static constexpr Frequency yet{"yet", "encore", "还", false, true};
    static constexpr Frequency never{"never", "jamais", "从来没有", true};
    static const Names lived{"see", "read", "eat", "drink", "visit", "drive", "play", "meet", "hear", "write",
        "touch", "cook", "ride"};
    const bool not_yet = chance(0.35);
    Clause clause = deed([not_yet](const Verb& verb, const VerbUse& use) {
        const bool is_whole = verb.chinese.find('~') == std::string::npos && verb.french_preposition.empty();
        return is_whole && (not_yet || (!use.objects.empty() && lived.count(verb.english) > 0));
    });
    if (!not_yet && chance(0.35)) {
        // What one sees and hears is no infinitive of the others.
        const VerbUse* use = nullptr;
        clause.verb = &verbWith(
            [](const Verb& verb, const VerbUse& its) {
                return verb.english == "see" && its.subject == "person" && verb.particle.empty();
            },
            use);
        clause.object = simple(any(use->objects));
    }
    do
        clause.subject = person();
    while (clause.subject.relative || clause.subject.determiner == Determiner::All
        || clause.subject.determiner == Determiner::Number);
    clause.tense = Tense::Past;
    clause.perfect = true;
    const bool is_never = !not_yet && chance(0.4);
    clause.negated = !is_never;
    clause.frequency = not_yet ? &yet : is_never ? &never : nullptr;
    if (clause.object) {
        static constexpr std::array known{
            Determiner::The, Determiner::This, Determiner::My, Determiner::Your, Determiner::His};
        const bool is_open = clause.object->determiner == Determiner::Generic;
        clause.object->plural = clause.object->plural && !is_never;
        if (!is_open)
            clause.object->determiner = is_never && !clause.object->noun->isMass() && chance(0.6)
                ? Determiner::A
                : chance(0.6) && clause.object->noun->word_class != "sky" ? any(known)
                                                                          : Determiner::The;
        if (clause.object->noun->tags.count("family"))
            clause.object->determiner = Determiner::Your;
    }
    return clause;
}

/** He used to play the piano. */
Clause Composer::formerHabit()
{
    static const Names habits{"play", "sing", "dance", "swim", "smoke", "work", "read", "write", "draw",
        "cook", "drink", "eat", "drive", "study", "travel", "ski", "collect", "teach", "cry", "ride", "speak",
        "go", "take", "listen", "watch", "feed", "paint", "visit", "run"};
    Clause clause = deed([](const Verb& verb, const VerbUse&) {
        return habits.count(verb.english) && !verb.is("done") && verb.chinese.find('~') == std::string::npos;
    });
    do
        clause.subject = person();
    while (clause.subject.relative || clause.subject.determiner == Determiner::All);
    clause.modal = Modal::UsedTo;
    clause.tense = Tense::Past;
    return clause;
}

/** He doesn't swim either. */
Clause Composer::neither()
{
    static constexpr Frequency either{"either", "non plus", "也", false, true};
    Clause clause;
    do
        clause = personAction(Tense::Present);
    while (!isBare(clause) || clause.progressive || clause.subject.determiner == Determiner::All
        || clause.subject.isNobody() || (clause.object && clause.object->determiner == Determiner::A)
        || clause.verb->is("happens") || clause.verb->is("done"));
    clause.negated = true;
    clause.frequency = &either;
    return clause;
}

/** The film was long but interesting; he is a bit tired. */
Clause Composer::mixedQuality()
{
    static const Names good{"beautiful", "delicious", "interesting", "cheap", "fast", "comfortable", "clever",
        "kind", "strong", "easy", "modern", "famous", "brave", "funny", "friendly", "generous", "rich",
        "useful", "sweet", "fresh", "pretty", "clean", "new", "big"};
    static const Names bad{"expensive", "long", "small", "slow", "dangerous", "difficult", "old", "dirty",
        "boring", "cold", "heavy", "noisy", "lazy", "shy", "weak", "stupid", "poor", "tired", "sad",
        "selfish", "ugly", "stubborn", "narrow", "dark", "hungry", "nervous", "sick"};
    const bool only_a_bit = chance(0.35);
    for (;;) {
        Clause clause;
        clause.kind = Clause::Kind::Is;
        clause.subject = chance(0.3) ? person() : anyOf(any(m_all_nouns)->word_class);
        const Noun& said_of = clause.subject.noun ? *clause.subject.noun : noun("person:child");
        const auto from = [](const Names& names) {
            return
                [&names](const Adjective& each) { return isGradable(each) && names.count(each.english) > 0; };
        };
        const Adjective *praise = adjectiveFor(said_of, from(good)),
                        *blame = adjectiveFor(said_of, from(bad));
        if (!blame || (!only_a_bit && (!praise || !blame->feeling.empty())) || said_of.word_class == "time"
            || clause.subject.relative || !clause.subject.adjectives.empty()
            || clause.subject.determiner == Determiner::A)
            continue;
        clause.adjective = blame;
        clause.tense = chance(0.7) ? Tense::Present : Tense::Past;
        clause.marks_past = only_a_bit;
        if (only_a_bit) {
            clause.degree = Degree::ABit;
            return clause;
        }
        clause.second = praise;
        clause.contrasts = true;
        if (chance(0.5))
            std::swap(clause.adjective, clause.second);
        return clause;
    }
}

} // namespace glassformer::grammar
