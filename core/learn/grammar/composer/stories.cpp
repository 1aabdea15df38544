#include "core/learn/grammar/composer/composer.h"

#include "core/error.h"

#include <array>

// Little stories: somebody, what is the matter, what is done about it, and how it ends. Who was named once is a pronoun
// from then on, as long as nobody else could be meant.

namespace glassformer::grammar {
namespace {

constexpr Joint stop{".", ".", "。"};

Clause does(Nominal subject, const Verb& verb)
{
    Clause clause;
    clause.subject = std::move(subject);
    clause.verb = &verb;
    clause.tense = Tense::Past;
    clause.marks_past = false;
    return clause;
}

Clause does(Nominal subject, const Verb& verb, Nominal object)
{
    Clause clause = does(std::move(subject), verb);
    clause.object = std::move(object);
    return clause;
}

Clause is(Nominal subject, const Adjective& adjective, Degree degree = Degree::Plain)
{
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = std::move(subject);
    clause.adjective = &adjective;
    clause.degree = degree;
    clause.tense = Tense::Past;
    clause.marks_past = false;
    return clause;
}

/** One sentence more. */
void goOn(Utterance& story, Clause clause)
{
    story.add(story.parts.empty() ? nullptr : &stop, std::move(clause));
}

} // namespace

const Verb& Composer::verbNamed(const char* english, const char* particle) const
{
    for (const Verb& verb : m_words.verbs)
        if (verb.english == english && verb.particle == particle)
            return verb;
    throw Error({Message::tr("no word \"%1\"", english), std::string("verbs.tsv"),
        Message::tr("the words that the stories tell of"), {}});
}

const Adjective& Composer::adjectiveNamed(const char* english) const
{
    for (const Adjective& adjective : m_words.adjectives)
        if (adjective.english == english)
            return adjective;
    throw Error({Message::tr("no word \"%1\"", english), std::string("adjectives.tsv"),
        Message::tr("the words that the stories tell of"), {}});
}

/** There was a hungry dog in the garden; or by name: Tom was in the garden. */
Nominal Composer::introduce(Utterance& story, const Nominal& hero)
{
    Clause begins;
    begins.tense = Tense::Past;
    begins.marks_past = false;
    if (hero.noun) {
        begins.kind = Clause::Kind::Exists;
        Nominal what = hero;
        what.determiner = Determiner::A;
        adorn(what, 0.5);
        // What he feels is told next.
        std::erase_if(
            what.adjectives, [](const Adjective* adjective) { return !adjective->feeling.empty(); });
        begins.object = std::move(what);
    } else {
        begins.kind = Clause::Kind::IsAt;
        begins.subject = hero;
    }
    auto place = std::make_shared<Place>();
    place->ground = {.noun = &noun(chance(0.5) ? "place" : "building")};
    settle(*place);
    begins.place = std::move(place);
    goOn(story, std::move(begins));
    return pronounFor(hero);
}

void Composer::tellOfNeed(Utterance& story, const Nominal& hero)
{
    const Nominal it = introduce(story, hero);
    const bool hungry = chance(0.6);
    const Noun& wanted = noun(hungry ? (chance(0.5) ? "dish" : "fruit") : "drink");
    Nominal what{.noun = &wanted, .determiner = Determiner::A};
    goOn(story,
        is(it, adjectiveNamed(hungry ? "hungry" : "thirsty"), chance(0.5) ? Degree::Very : Degree::Plain));
    if (chance(0.6)) {
        Clause looks = does(it, verbNamed("look", "for"),
            {.noun = &noun(hungry ? "dish:food" : "drink:water"), .determiner = Determiner::A});
        goOn(story, std::move(looks));
    }
    if (chance(0.5)) {
        goOn(story, does(it, verbNamed("find"), what));
    } else {
        Nominal giver{.noun = &noun("person"), .determiner = Determiner::A};
        while (giver.noun == hero.noun || giver.noun->tags.count("family")
            || giver.noun->tags.count("self_plural"))
            giver.noun = &noun("person");
        Clause gives = does(giver, verbNamed("give"), what);
        gives.recipient = it;
        goOn(story, std::move(gives));
    }
    Nominal found{.noun = &wanted};
    goOn(story, does(it, verbNamed(hungry ? "eat" : "drink"), pronounFor(found)));
    goOn(story, is(it, adjectiveNamed("happy"), chance(0.3) ? Degree::Very : Degree::Plain));
}

void Composer::tellOfLoss(Utterance& story, const Nominal& hero)
{
    const Nominal who = introduce(story, hero);
    const Noun& thing = noun("object:gift");
    const Determiner own = who.isFeminine() ? Determiner::Her : Determiner::His;
    const Nominal its{.noun = &thing, .determiner = own};
    Clause loses = does(who, verbNamed("lose"), its);
    goOn(story, std::move(loses));
    goOn(story, is(who, adjectiveNamed("sad"), chance(0.5) ? Degree::Very : Degree::Plain));
    const Nominal it = pronounFor(its);
    Clause looks = does(who, verbNamed("look", "for"), it);
    looks.place = thingPlace();
    goOn(story, std::move(looks));
    const bool alone = chance(0.5);
    Nominal helper{.noun = &noun("person:family"), .determiner = own};
    if (alone) {
        Clause finds = does(who, verbNamed("find"), it);
        finds.place = thingPlace();
        goOn(story, std::move(finds));
    } else {
        goOn(story, does(helper, verbNamed("find"), it));
        goOn(story, does(who, verbNamed("thank"), helper));
    }
    goOn(story, is(who, adjectiveNamed("happy")));
}

void Composer::tellOfFriends(Utterance& story, const Nominal& hero)
{
    const Nominal who = introduce(story, hero);
    goOn(story, is(who, adjectiveNamed("lonely")));
    const bool is_person = hero.isPerson();
    Nominal friend_{.noun = &noun(is_person ? "person:child" : "animal"), .determiner = Determiner::A};
    while (friend_.noun == hero.noun)
        friend_.noun = &noun(is_person ? "person:child" : "animal");
    adorn(friend_, 0.4);
    goOn(story, does(who, verbNamed("meet"), friend_));
    Nominal known = friend_;
    known.determiner = Determiner::The;
    known.adjectives.clear();
    goOn(story, is(known, adjectiveNamed(chance(0.5) ? "friendly" : "kind"), Degree::Very));
    Nominal both;
    both.pronoun = Who::They;
    both.stands_for_person = is_person;
    both.stands_for_feminine = hero.isFeminine() && friend_.isFeminine();
    Clause plays = does(both, verbNamed("play"));
    for (const Verb& verb : m_words.verbs)
        if (verb.english == "play" && verb.french_preposition.empty())
            plays.verb = &verb;
    Place ground{Where::In, {.noun = &noun("place")}};
    settle(ground);
    plays.place = std::make_shared<const Place>(std::move(ground));
    goOn(story, std::move(plays));
    goOn(story, is(both, adjectiveNamed("happy")));
}

void Composer::tellOfChase(Utterance& story)
{
    Nominal hunter{.noun = &noun("animal:fierce"), .determiner = Determiner::A};
    Nominal prey{.noun = &noun("animal"), .determiner = Determiner::A};
    while (prey.noun == hunter.noun || prey.noun->tags.count("fierce"))
        prey.noun = &noun("animal");
    goOn(story, does(hunter, verbNamed("see"), prey));
    hunter.determiner = prey.determiner = Determiner::The;
    goOn(story, is(hunter, adjectiveNamed("hungry"), chance(0.5) ? Degree::Very : Degree::Plain));
    goOn(story, does(hunter, verbNamed("chase"), prey));
    const bool escapes = chance(0.6);
    if (escapes) {
        goOn(story, does(prey, verbNamed("run", "away")));
        Clause misses = does(hunter, verbNamed("catch"), prey);
        misses.negated = true;
        goOn(story, std::move(misses));
        goOn(story, is(hunter, adjectiveNamed(chance(0.5) ? "tired" : "angry"), Degree::Very));
    } else {
        goOn(story, is(prey, adjectiveNamed("slow"), Degree::Too));
        goOn(story, does(hunter, verbNamed("catch"), pronounFor(prey)));
        goOn(story, does(hunter, verbNamed("eat"), pronounFor(prey)));
    }
}

void Composer::tellOfPresent(Utterance& story, const Nominal& hero)
{
    const Nominal who = introduce(story, hero);
    const Determiner own = who.isFeminine() ? Determiner::Her : Determiner::His;
    const Nominal giver{.noun = &noun("person:family"), .determiner = own};
    Nominal thing{.noun = &noun("object:gift"), .determiner = Determiner::A};
    adorn(thing, 0.4);
    Clause gives = does(giver, verbNamed("give"), thing);
    gives.recipient = who;
    goOn(story, std::move(gives));
    thing.determiner = Determiner::The;
    const Nominal it = pronounFor(thing);
    Nominal named = thing;
    named.adjectives.clear();
    goOn(story, is(named, adjectiveNamed(chance(0.5) ? "useful" : "beautiful"), Degree::Very));
    goOn(story, does(who, verbNamed("like"), it));
    Clause thanks = does(who, verbNamed("thank"), giver);
    goOn(story, std::move(thanks));
}

void Composer::tellOfCastle(Utterance& story)
{
    const bool queen = chance(0.5);
    const Nominal ruler{.noun = &noun(queen ? "person:queen" : "person:king")};
    Clause begins;
    begins.kind = Clause::Kind::Exists;
    begins.tense = Tense::Past;
    begins.marks_past = false;
    begins.object = ruler;
    begins.object->determiner = Determiner::A;
    adorn(*begins.object, 0.4);
    begins.place = std::make_shared<const Place>(Place{Where::In, {.noun = &noun("building:castle")}});
    goOn(story, std::move(begins));
    const Nominal who = pronounFor(ruler);
    const bool girl = chance(0.5);
    Nominal heir{.noun = &noun(girl ? "person:daughter" : "person:son"), .determiner = Determiner::A};
    adorn(heir, 0.7);
    goOn(story, does(who, verbNamed("have"), heir));
    const Nominal beast{
        .noun = &noun(chance(0.6) ? "animal:dragon" : "animal:monster"), .determiner = Determiner::A};
    const Determiner own = queen ? Determiner::Her : Determiner::His;
    const Nominal child{.noun = heir.noun, .determiner = own};
    goOn(story, does(beast, verbNamed("frighten"), child));
    const Nominal saviour{
        .noun = &noun(chance(0.5) ? "person:knight" : "person:soldier"), .determiner = Determiner::A};
    Nominal the_beast = beast;
    the_beast.determiner = Determiner::The;
    goOn(story, does(saviour, verbNamed("kill"), the_beast));
    Clause thanks = does(ruler, verbNamed("thank"), Nominal{.noun = saviour.noun});
    goOn(story, std::move(thanks));
    goOn(story,
        is(Nominal{.noun = saviour.noun}, adjectiveNamed(chance(0.5) ? "brave" : "happy"), Degree::Very));
}

Sentence Composer::story()
{
    Utterance story;
    Nominal hero;
    const double who = m_random.uniform();
    if (who < 0.3)
        hero.name = &any(m_words.names);
    else
        hero.noun = &noun(who < 0.65 ? "person" : "animal");
    while (hero.noun && (hero.noun->tags.count("self_plural") || hero.noun->tags.count("family")))
        hero.noun = &noun("person");
    const bool is_person = hero.isPerson();
    const double plot = m_random.uniform();
    if (plot < 0.25)
        tellOfNeed(story, hero);
    else if (plot < 0.42)
        tellOfFriends(story, hero);
    else if (plot < 0.58)
        tellOfChase(story);
    else if (plot < 0.68)
        tellOfCastle(story);
    else if (is_person && plot < 0.84)
        tellOfLoss(story, hero);
    else if (is_person)
        tellOfPresent(story, hero);
    else
        tellOfNeed(story, hero);
    return tell(story, m_verbs);
}

} // namespace glassformer::grammar
