#include "core/learn/grammar/composer/adverbs.h"
#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

// Deeds and qualities seen from another side: who suffers them, how much, and more than who.

namespace glassformer::grammar {
namespace {

using Names = std::set<std::string_view>;

/** What can stand as a bare infinitive: French would need to know who does it of a reflexive one. */
bool isInfinitive(const Verb& verb, const VerbUse& use)
{
    return use.subject == "person" && !verb.is("state") && !verb.is("recipient") && !verb.is("reflexive")
        && !verb.is("happens") && !verb.is("ongoing") && verb.english != "die";
}

/** The piano, the violin, the flute. */
bool isInstrument(const Noun& noun)
{
    return noun.tags.count("keys") || noun.tags.count("bow") || noun.tags.count("wind");
}

} // namespace

/** The verb, and an object of its kind: to eat an apple. */
Clause Composer::deed(const std::function<bool(const Verb&, const VerbUse&)>& fits)
{
    Clause deed;
    const VerbUse* use = nullptr;
    deed.verb = &verbWith(
        [&fits](const Verb& verb, const VerbUse& its) { return isInfinitive(verb, its) && fits(verb, its); },
        use);
    if (!use->objects.empty()) {
        do
            deed.object = simple(any(use->objects));
        while (deed.object->noun->tags.count("family"));
        deed.object->plural = deed.object->plural && deed.object->determiner == Determiner::The;
        const bool is_played = deed.verb->english == "play" && isInstrument(*deed.object->noun);
        if (is_played)
            deed.object = Nominal{.noun = deed.object->noun};
        if (deed.object->noun->word_class == "body")
            deed.object->determiner = Determiner::My;
        const auto& tags = deed.object->noun->tags;
        if (deed.object->noun->word_class == "sky" || deed.object->noun->word_class == "study")
            deed.object->determiner = Determiner::The;
        if (tags.count("ball") || tags.count("court") || tags.count("board"))
            deed.object->determiner = Determiner::Generic;
    }
    deed.subject.pronoun = Who::You;
    return deed;
}

/** The mouse was eaten by the cat; the letter was written by my grandmother. */
Clause Composer::passive()
{
    static const Names suffered{"eat", "bite", "catch", "steal", "break", "kill", "save", "attack", "destroy",
        "find", "sting", "frighten", "see", "burn", "take", "discover", "drink"};
    static const Names made{"write", "build", "draw", "cook", "invent", "make"};
    for (;;) {
        Clause clause;
        const VerbUse* use = nullptr;
        clause.verb = &verbWith(
            [](const Verb& verb, const VerbUse& its) {
                return !its.objects.empty() && (suffered.count(verb.english) || made.count(verb.english))
                    && verb.particle.empty() && verb.french_preposition.empty() && verb.french_tail.empty()
                    && verb.chinese.find('~') == std::string::npos;
            },
            use);
        const bool is_made = made.count(clause.verb->english) > 0;
        clause.passive = true;
        clause.subject = chance(0.6) ? simple(any(use->objects)) : anyOf(any(use->objects));
        Nominal agent = chance(0.5) ? simple(use->subject) : anyOf(use->subject);
        if (use->subject == "person" && chance(0.3)) {
            agent = Nominal{};
            agent.name = &any(m_words.names);
        }
        if (clause.subject.relative || clause.subject.place || agent.place
            || agent.determiner == Determiner::All || clause.subject.determiner == Determiner::All
            || (agent.noun && (agent.noun == clause.subject.noun || agent.noun->tags.count("family"))
                && agent.determiner != Determiner::My))
            continue;
        if (is_made && clause.subject.determiner == Determiner::A)
            clause.subject.determiner = Determiner::The;
        if (is_made || chance(0.8))
            clause.agent = std::move(agent);
        clause.tense = is_made || chance(0.85) ? Tense::Past : Tense::Future;
        clause.negated = !is_made && clause.tense == Tense::Past && chance(0.12);
        if (clause.negated && clause.subject.determiner == Determiner::A)
            clause.subject.determiner = Determiner::The;
        return clause;
    }
}

/** The boy is getting taller and taller. */
Clause Composer::growth()
{
    static const Names growing{"tall", "old", "big", "strong", "tired", "hungry", "fast", "cold", "difficult",
        "interesting", "expensive", "beautiful", "thin", "fat", "weak", "nervous", "famous", "rich",
        "popular", "heavy", "dirty", "crowded", "lazy", "brave", "sad", "dangerous", "clever", "noisy",
        "long", "short"};
    for (;;) {
        Clause clause;
        clause.kind = Clause::Kind::Is;
        clause.grows = true;
        const bool is_spoken = chance(0.35);
        clause.subject = is_spoken ? speaker() : simple(any(m_all_nouns)->word_class);
        const Noun& said_of = is_spoken ? noun("person:child") : *clause.subject.noun;
        if (clause.subject.determiner == Determiner::A || said_of.tags.count("family"))
            clause.subject.determiner = said_of.tags.count("family") ? Determiner::My : Determiner::The;
        if (said_of.word_class == "time" || (is_spoken && clause.subject.pronoun == Who::It))
            continue;
        clause.adjective = adjectiveFor(said_of,
            [](const Adjective& each) { return isGradable(each) && growing.count(each.english) > 0; });
        if (clause.adjective)
            return clause;
    }
}

/** He is too tired to work; she is strong enough to lift the box. */
Clause Composer::measured()
{
    static const Names hindering{"tired", "sick", "weak", "young", "old", "busy", "shy", "lazy", "small",
        "sleepy", "nervous", "poor", "scared", "stupid", "sad"};
    static const Names enabling{"strong", "big", "tall", "clever", "fast", "rich", "brave", "careful"};
    Clause clause;
    clause.kind = Clause::Kind::Is;
    do
        clause.subject = person();
    while (clause.subject.relative || clause.subject.determiner == Determiner::All);
    clause.degree = chance(0.65) ? Degree::Too : Degree::Enough;
    static const Names hindered{"work", "play", "sing", "dance", "swim", "run", "walk", "eat", "cook", "read",
        "study", "drive", "go", "travel", "speak", "laugh", "write", "clean", "carry", "lift", "jump", "draw",
        "help", "visit", "listen", "learn", "understand"};
    static const std::map<std::string_view, Names> kept{
        {"strong", {"lift", "carry", "push", "win", "fight", "build"}},
        {"big", {"drive", "go", "ride", "cook", "travel"}}, {"tall", {"jump", "play", "drive", "dance"}},
        {"clever", {"learn", "read", "win", "repair", "understand", "write"}}, {"fast", {"catch", "win"}},
        {"rich", {"buy", "travel"}}, {"brave", {"jump", "save", "fight", "swim", "cross", "travel", "sing"}},
        {"careful", {"drive", "repair", "cut", "carry"}}, {"poor", {"buy", "travel"}},
        {"stupid", {"learn", "win"}}, {"small", {"drive", "lift", "carry", "ride", "jump", "swim"}}};
    const Names& cues = clause.degree == Degree::Too ? hindering : enabling;
    clause.adjective = adjectiveFor(noun("person:child"),
        [&cues](const Adjective& each) { return isGradable(each) && cues.count(each.english) > 0; });
    clause.tense = chance(0.8) ? Tense::Present : Tense::Past;
    clause.marks_past = false;
    const auto known = kept.find(clause.adjective->english);
    const Names& deeds = known == kept.end() ? hindered : known->second;
    clause.purpose = std::make_shared<const Clause>(deed([&deeds](const Verb& verb, const VerbUse&) {
        return deeds.count(verb.english) && verb.chinese.find('~') == std::string::npos;
    }));
    return clause;
}

/** He runs faster than me. */
Clause Composer::comparedDeed()
{
    struct Way
    {
        const char *english, *chinese;
        Adverb manner;
    };
    static constexpr std::array<Way, 11> ways{{
        {"run", "跑步", {"faster", "plus vite", "得快"}},
        {"walk", "走路", {"faster", "plus vite", "得快"}},
        {"swim", "游泳", {"faster", "plus vite", "得快"}},
        {"swim", "游泳", {"better", "mieux", "得好"}},
        {"sing", "唱歌", {"better", "mieux", "得好"}},
        {"dance", "跳舞", {"better", "mieux", "得好"}},
        {"jump", "跳", {"higher", "plus haut", "得高"}},
        {"fly", "飞", {"higher", "plus haut", "得高"}},
        {"fly", "飞", {"faster", "plus vite", "得快"}},
        {"run", "跑步", {"more slowly", "plus lentement", "得慢"}},
        {"walk", "走路", {"more slowly", "plus lentement", "得慢"}},
    }};
    const Way& way = any(ways);
    Clause clause;
    for (const Verb& verb : m_words.verbs)
        if (verb.english == way.english && verb.chinese == way.chinese && verb.particle.empty())
            clause.verb = &verb;
    clause.manner = &way.manner;
    const bool is_human = std::string_view(way.english) != "fly"
        && (std::string_view(way.english) == "sing" || std::string_view(way.english) == "dance"
            || std::string_view(way.english) == "swim" || chance(0.7));
    const auto draw = [&] {
        Nominal who = is_human
            ? person()
            : simple(std::string_view(way.english) == "fly" ? "animal:bird" : "animal:strong");
        if (who.determiner == Determiner::A)
            who.determiner = Determiner::The;
        return who;
    };
    Nominal other;
    do
        clause.subject = draw();
    while (clause.subject.relative || clause.subject.place);
    do
        other = draw();
    while (other.relative || other.place || (other.noun && other.noun == clause.subject.noun)
        || (other.pronoun && other.pronoun == clause.subject.pronoun) || other.pronoun == Who::We
        || other.superlative);
    clause.than = std::make_shared<const Nominal>(std::move(other));
    return clause;
}

} // namespace glassformer::grammar
