#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>

namespace glassformer::grammar {
namespace {

constexpr Joint comma{",", ",", "，"};
constexpr Joint so{", so", ", donc", "，所以"};
constexpr Joint but{", but", ", mais", "，但是"};
constexpr Joint and_then{"and", "et", "，"};
constexpr Joint if_first{"if", "si", "如果"};
constexpr Joint but_plainly{"but", ", mais", "，但是"};
constexpr Joint but_unsaid{", but", ", mais", "，"};
constexpr Joint if_later{"if", "si", "，如果"};
constexpr Joint when_first{"when", "quand", "当"};
constexpr Joint when_ends{",", ",", "时，"};
constexpr Joint stop{".", ".", "。"};

} // namespace

/** If it rains, we stay at home. */
Utterance Composer::conditional()
{
    Utterance said;
    const bool is_when = chance(0.4);
    const double draw = m_random.uniform();
    static constexpr std::array others{
        "animal", "vehicle", "object:bell", "object:phone", "craft", "study:lesson"};
    Clause condition;
    if (draw < 0.35 && !is_when) {
        condition = weather(Tense::Present, true);
        if (chance(0.3))
            condition.time = timeFor(Tense::Future);
    } else if (draw < 0.6) {
        do
            condition = quality();
        while (condition.tense != Tense::Present || condition.adjective->place == AdjectivePlace::Predicate
            || condition.time || (is_when && condition.degree == Degree::Too));
    } else {
        do
            condition = chance(0.7) ? personAction(is_when && chance(0.4) ? Tense::Past : Tense::Present)
                                    : actionOf(anyOf(any(others)), Tense::Present);
        while (condition.progressive || condition.time || condition.perfect || condition.modal != Modal::None
            || (is_when && condition.negated));
    }
    condition.marks_past = false;
    const bool is_dated = condition.time != nullptr;
    const Tense later = condition.tense == Tense::Past ? Tense::Past
        : is_dated || chance(0.5)                      ? Tense::Future
                                                       : Tense::Present;
    condition.future_in_french = is_when && later == Tense::Future;
    condition.is_within = is_when;
    Clause consequence;
    do
        consequence = personAction(later);
    while (consequence.progressive || consequence.time || consequence.perfect || consequence.tense != later);
    consequence.marks_past = false;
    if (!is_when && later != Tense::Past && !is_dated && chance(0.15)) {
        do
            consequence = command();
        while (consequence.please || consequence.subject.pronoun == Who::We);
    }
    const bool follows = !is_when && chance(0.75);
    if (is_when) {
        said.add(&when_first, std::move(condition));
        said.add(&when_ends, std::move(consequence));
    } else if (follows) {
        said.add(&if_first, std::move(condition));
        consequence.follows = !consequence.commanded && chance(0.75);
        said.is_usual_chinese = consequence.follows || consequence.commanded;
        said.add(&comma, std::move(consequence));
    } else {
        said.is_usual_chinese = false; // the condition comes first
        said.add(nullptr, std::move(consequence));
        said.add(&if_later, std::move(condition));
    }
    return said;
}

/** They were playing cards when we arrived. */
Utterance Composer::interrupted()
{
    static constexpr Joint when{"when", "quand", "的时候，"};
    static constexpr std::array<Fixed, 2> weathers{
        {{"it started to rain", "il a commencé à pleuvoir", "开始下雨"},
            {"it started to snow", "il a commencé à neiger", "开始下雪"}}};
    static constexpr std::array events{
        "arrive", "come", "go", "fall", "knock", "see", "hear", "meet", "leave", "call", "stop"};
    Clause going_on;
    const bool is_weather = chance(0.25);
    if (is_weather) {
        going_on = lastingWeather();
    } else {
        do
            going_on = chance(0.85) ? personAction(Tense::Past) : actionOf(anyOf("animal"), Tense::Past);
        while (!going_on.progressive || going_on.company || going_on.manner || going_on.verb->english == "go"
            || going_on.verb->english == "come" || going_on.time || going_on.negated
            || going_on.subject.relative || going_on.subject.isNobody());
    }
    Clause event;
    if (!is_weather && chance(0.15)) {
        event.kind = Clause::Kind::Fixed;
        event.fixed = &any(weathers);
        event.tense = Tense::Past;
    } else {
        const bool rings = chance(0.1);
        const auto is_same = [&going_on](const Nominal& other) {
            return (other.noun && other.noun == going_on.subject.noun)
                || (other.pronoun && other.pronoun == going_on.subject.pronoun);
        };
        do
            event =
                rings ? actionOf({.noun = &noun("object:phone")}, Tense::Past) : personAction(Tense::Past);
        while (event.progressive || event.company || event.place || event.purpose || event.time
            || event.negated || event.perfect || event.manner || event.modal != Modal::None
            || event.subject.relative || event.subject.isNobody() || is_same(event.subject)
            || (rings ? event.verb->english != "ring"
                      : std::find(events.begin(), events.end(), event.verb->english) == events.end()));
    }
    going_on.marks_past = event.marks_past = false;
    event.is_within = true;
    Utterance said;
    said.turns_in_chinese = true;
    said.add(nullptr, std::move(going_on));
    said.add(&when, std::move(event));
    return said;
}

/** He was so tired that he fell asleep; the box is so heavy that I can't lift it. */
Utterance Composer::soThat()
{
    struct Outcome
    {
        const char *quality, *verb, *particle;
    };
    static constexpr std::array<Outcome, 12> outcomes{{{"tired", "fall", "asleep"}, {"tired", "go", "to bed"},
        {"happy", "sing", ""}, {"happy", "laugh", ""}, {"happy", "cry", ""}, {"sad", "cry", ""},
        {"angry", "shout", ""}, {"scared", "run", "away"}, {"scared", "cry", ""}, {"sick", "stay", "at home"},
        {"happy", "dance", ""}, {"nervous", "cry", ""}}};
    static constexpr Joint that{"that", "que", "，"};
    if (chance(0.5))
        return refusal(true);
    const Outcome& outcome = any(outcomes);
    Clause is;
    is.kind = Clause::Kind::Is;
    do
        is.subject = person();
    while (is.subject.relative || is.subject.isPlural() || is.subject.isNobody());
    is.adjective = &adjectiveNamed(outcome.quality);
    is.degree = Degree::So;
    is.tense = Tense::Past;
    is.marks_past = false;
    Clause does;
    does.verb = &verbNamed(outcome.verb, outcome.particle);
    does.tense = Tense::Past;
    does.subject = is.subject.pronoun ? is.subject : pronounFor(is.subject);
    does.is_bare_in_chinese = true;
    Utterance said;
    said.add(nullptr, std::move(is));
    said.add(&that, std::move(does));
    return said;
}

Utterance Composer::contrast()
{
    Utterance said;
    const double draw = m_random.uniform();
    if (draw < 0.15) {
        // The car is fast but the train is faster.
        Clause more;
        do
            more = comparison();
        while (!more.than || more.negated || more.equal || !more.subject.noun || !more.than->noun);
        Clause plain = more;
        plain.subject = *more.than;
        plain.than.reset();
        plain.more = false;
        more.than.reset();
        said.add(nullptr, std::move(plain));
        said.is_usual_english = chance(0.5);
        said.add(said.is_usual_english ? &but : &but_plainly, std::move(more));
        return said;
    }
    if (draw < 0.3) {
        // Birds can fly, but dogs can't fly.
        Clause can = ability();
        can.subject.determiner = Determiner::Generic;
        can.subject.plural = true;
        can.negated = false;
        Clause cannot = can;
        cannot.manner = nullptr;
        cannot.negated = true;
        const std::string others =
            can.subject.noun->word_class == "animal" ? "animal:strong" : can.subject.noun->word_class;
        do
            cannot.subject.noun = &noun(others);
        while (cannot.subject.noun == can.subject.noun || cannot.subject.noun->tags.count("family"));
        said.is_usual_english = chance(0.7);
        said.is_usual_chinese = !said.is_usual_english || chance(0.6);
        said.add(nullptr, std::move(can));
        said.add(!said.is_usual_english ? &but_plainly
                : said.is_usual_chinese ? &but
                                        : &but_unsaid,
            std::move(cannot));
        return said;
    }
    Utterance first = chance(0.25) ? Utterance{} : statement();
    if (first.parts.empty())
        first.add(nullptr, ability());
    Clause before = first.parts.front().clause;
    before.subject.relative.reset();
    const bool is_so = chance(0.3);
    Clause behind;
    if (before.kind == Clause::Kind::Fixed || chance(0.5))
        behind = chance(0.6) ? action() : quality();
    else
        behind = before.kind == Clause::Kind::Is ? (before.more ? comparison() : quality()) : action();
    said.add(nullptr, std::move(before));
    said.is_usual_english = is_so || chance(0.6);
    said.add(is_so ? &so : said.is_usual_english ? &but : &but_plainly, std::move(behind));
    return said;
}

/** I think that ..., she says that ..., the boy knows that ... */
Utterance Composer::thought()
{
    static const std::array<Verb, 4> verbs{{
        {.english = "think",
            .third = "thinks",
            .past = "thought",
            .participle = "thought",
            .ing = "thinking",
            .particle = "that",
            .french = "penser",
            .chinese = "认为",
            .flags = {"state"}},
        {.english = "say",
            .third = "says",
            .past = "said",
            .participle = "said",
            .ing = "saying",
            .particle = "that",
            .french = "dire",
            .chinese = "说",
            .flags = {"state"}},
        {.english = "know",
            .third = "knows",
            .past = "knew",
            .participle = "known",
            .ing = "knowing",
            .particle = "that",
            .french = "savoir",
            .chinese = "知道",
            .flags = {"state"}},
        {.english = "hope",
            .third = "hopes",
            .past = "hoped",
            .participle = "hoped",
            .ing = "hoping",
            .particle = "that",
            .french = "espérer",
            .chinese = "希望",
            .flags = {"state"}},
    }};
    static const std::array<Verb, 4> verbs_without_that = [] {
        std::array<Verb, 4> bare = verbs;
        for (Verb& verb : bare)
            verb.particle.clear();
        return bare;
    }();
    static constexpr Joint that{"", "que", ""};
    Utterance said;
    Clause thinks;
    thinks.subject = person();
    said.is_usual_english = chance(0.7);
    thinks.verb = &any(said.is_usual_english ? verbs : verbs_without_that);
    thinks.tense = Tense::Present;
    said.add(nullptr, std::move(thinks));
    Clause what = chance(0.45) ? quality()
        : chance(0.3)          ? whereabouts()
        : chance(0.25)         ? weather(chance(0.5) ? Tense::Future : Tense::Present, false)
                               : action();
    if (what.tense == Tense::Past && what.kind != Clause::Kind::Fixed)
        what.tense = chance(0.5) ? Tense::Present : Tense::Past;
    if (what.time && what.time->tense != what.tense)
        what.time = nullptr;
    said.add(&that, std::move(what));
    return said;
}

/** Two that do something together, or two things that are done. */
Utterance Composer::list()
{
    Utterance said;
    static constexpr std::array others{"animal", "object:break", "animal", "vehicle"};
    const auto draw = [this] {
        return chance(0.65) ? personAction(tense()) : actionOf(anyOf(any(others)), tense());
    };
    Clause first = draw();
    while (first.time || first.place || first.manner || first.negated || first.company)
        first = draw();
    Clause second = actionOf(first.subject, first.tense);
    while (second.modal != Modal::None || second.progressive != first.progressive || second.time)
        second = actionOf(first.subject, first.tense);
    first.modal = Modal::None;
    second.is_elided = chance(0.65);
    const bool says_again = !second.is_elided && !first.subject.pronoun;
    second.subject = says_again ? pronounFor(first.subject) : first.subject;
    second.marks_past = false;
    said.add(nullptr, std::move(first));
    said.add(&and_then, std::move(second));
    return said;
}

/** The dog saw a cat. It was hungry. */
Utterance Composer::twoSentences()
{
    if (chance(0.3))
        return twoOfOneSpeaker();
    Utterance said;
    Clause first = action();
    while (!first.subject.noun && !first.subject.name)
        first = action();
    Clause& told = said.add(nullptr, std::move(first));
    Clause second;
    const bool is_person = told.subject.isPerson();
    if (chance(0.5)) {
        second = actionOf(told.subject.noun ? told.subject : Nominal{.name = told.subject.name}, told.tense);
    } else {
        second.kind = Clause::Kind::Is;
        second.tense = told.tense;
        const Noun& said_of = told.subject.noun ? *told.subject.noun : noun("person:child");
        second.adjective = adjectiveFor(said_of, [](const Adjective& each) {
            return each.place == AdjectivePlace::After || each.place == AdjectivePlace::Before;
        });
        if (!second.adjective) {
            second = actionOf(told.subject, told.tense);
        } else if (second.tense != Tense::Future) {
            second.degree = chance(0.3) ? Degree::Very : Degree::Plain;
        }
    }
    const Nominal* object = told.object && told.object->noun ? &*told.object : nullptr;
    const bool clear =
        !object || object->isPerson() != is_person || object->isPlural() != told.subject.isPlural();
    second.subject = pronounFor(told.subject);
    Clause& behind = said.add(&stop, std::move(second));
    if (clear) {
        said.kind = SentenceKind::OneCandidate;
        said.pronoun = &behind.subject;
        said.antecedent = &told.subject;
    }
    return said;
}

} // namespace glassformer::grammar
