#pragma once

#include "core/learn/grammar/words.h"

#include <memory>
#include <optional>

namespace glassformer::grammar {

// What is said, before it is said in a language. Each realizer (english.h, french.h, chinese.h) puts it into words and
// marks the words with the address of the part that they say: parts with one address are aligned.

enum class Determiner
{
    The,
    A, ///< of a plural or a mass: some
    This,
    That,
    My,
    Your,
    His,
    Her,
    Our,
    Their,
    Owner, ///< the teacher's
    Which, ///< asked for
    Number,
    Many,
    All,
    Generic ///< birds; in French "les"
};

enum class Who
{
    I,
    You,
    He,
    She,
    It,
    We,
    YouAll,
    They,
    This, ///< what is pointed at: this is my book; several with `plural`
    That
};

struct Clause;
struct Place;

/** Words that are said just so. */
struct Fixed
{
    const char *english, *french, *chinese;
};

/** Somebody or something: a noun with all that belongs to it, a pronoun, or a name. */
struct Nominal
{
    const Noun* noun = nullptr;
    bool plural = false;
    Determiner determiner = Determiner::The;
    int number = 0; ///< with Determiner::Number
    std::vector<const Adjective*> adjectives{}; ///< none, one or two; marked by their place in this list
    bool is_kind = false; ///< they are students: no "some"
    bool superlative = false; ///< of the first adjective
    const Fixed* among = nullptr; ///< the tallest in our class
    std::shared_ptr<const Nominal> owner{};
    std::shared_ptr<const Place> place{}; ///< the book on the table
    std::shared_ptr<const Nominal> wearing{}; ///< the girl with the red hat
    /** The dog that chased the cat: a clause whose subject is this; the book that I read: one whose object is. */
    std::shared_ptr<const Clause> relative{};
    std::shared_ptr<const Nominal> joined{}; ///< bread and milk
    bool is_choice = false; ///< bread or milk

    std::optional<Who> pronoun{};
    bool stands_for_feminine = false; ///< what a pronoun of the third person means, in French
    bool stands_for_person = true; ///< in Chinese
    bool stands_for_other_number = false; ///< it of pasta is les, they of trousers is il
    const Name* name = nullptr;

    bool isPlural() const; ///< in English: clothes are many; two that are joined are
    bool isFrenchPlural() const; ///< hair is one, cheveux are many
    bool isPluralAlone() const; ///< without what is joined
    bool isFrenchPluralAlone() const;
    bool isThirdSingular() const; ///< he sleeps
    bool isFeminine() const;
    bool isPerson() const;
    bool isNobody() const;
    /** The pronoun that French says: what is one in English may be many. */
    Who frenchPronoun() const;
    int frenchPerson() const; ///< 0 je, 1 tu, 2 il, 3 nous, 4 vous, 5 ils
};

enum class Where
{
    In,
    On,
    Under,
    Behind,
    InFrontOf,
    Near,
    NextTo,
    At, ///< at the station
    Above,
    Opposite,
    Around,
    AtHome, ///< this and what follows: just so, with no ground
    AtSchool,
    Outside,
    Here,
    There,
    InBed,
    OnBoard,
    InCountry, ///< not in town
    InTown,
    AtSeaside,
    InChina,
    InFrance,
    InParis,
    InLondon
};

struct Place
{
    Where where = Where::In;
    Nominal ground{};
};

/** What is said of a place that has no ground: at home; null for the others. In Chinese it stands behind 在. */
const Fixed* groundless(Where where);

enum class Tense
{
    Past,
    Present,
    Future
};
enum class Modal
{
    None,
    Can,
    Must,
    Want,
    Should,
    Like,
    HaveTo,
    Need,
    GoingTo,
    WouldLike,
    Start,
    AboutTo,
    UsedTo ///< no longer; only of the past
};
enum class Degree
{
    Plain,
    Very,
    Too,
    ABit,
    So, ///< so tired that ...
    Enough ///< old enough to drive
};
enum class Asking
{
    Nothing,
    YesNo,
    Who, ///< the subject
    What, ///< the object
    Where,
    Why,
    When,
    Whom, ///< the object, a person
    HowMany, ///< of the object
    WhoIs, ///< the subject, which is known by its noun
    Which ///< the object, one of several
};

/** A word of time or manner with its three forms. */
struct Adverb
{
    const char *english, *french, *chinese;
    Tense tense = Tense::Present;
};

/** A word that says how often, or that it is so too; it stands beside the verb. */
struct Frequency
{
    const char *english, *french, *chinese;
    bool denies = false; ///< never
    bool ends = false; ///< in English it ends the clause: hasn't eaten yet
};

/** One clause: somebody does something, or is something. */
struct Clause
{
    enum class Kind
    {
        Does,
        Is, ///< an adjective
        IsA, ///< a noun
        IsAt, ///< a place
        Exists, ///< there is
        IsAged, ///< is ten years old
        IsTo, ///< it is easy to swim
        Fixed ///< words that hang together: it is raining
    };

    Kind kind = Kind::Does;
    Nominal subject{};
    const Fixed* fixed = nullptr;
    const Verb* verb = nullptr;
    std::optional<Nominal> object{}; ///< what is done to, or what somebody is
    std::optional<Nominal> recipient{}; ///< to give somebody something
    const Adjective* adjective = nullptr;
    const Adjective* second = nullptr; ///< wide and deep
    bool contrasts = false; ///< long but interesting
    bool grows = false; ///< is getting taller and taller
    Degree degree = Degree::Plain;
    std::shared_ptr<const Nominal> than{}; ///< compared with this; of a deed its manner is compared
    bool more = false; ///< compared, with or without saying with what
    bool equal = false; ///< as tall as `than`
    int years = 0; ///< of IsAged
    std::shared_ptr<const Clause> deed{}; ///< of IsTo: its verb, object and place
    std::shared_ptr<const Clause>
        purpose{}; ///< goes to the park to play, too tired to play: its verb and object
    std::shared_ptr<const Clause> meanwhile{}; ///< sings while cooking: its verb and object
    const Adjective* effect = nullptr; ///< of a deed on its object: makes her happy
    bool passive = false; ///< the subject is what is done to
    std::optional<Nominal> agent{}; ///< of a passive: by the dog
    std::optional<Nominal> beneficiary{}; ///< for a friend
    std::optional<Nominal> company{}; ///< with a friend
    const Frequency* frequency = nullptr;
    std::shared_ptr<const Place> place{};
    const Adverb* time = nullptr;
    bool time_first = false; ///< yesterday we went home
    const Adverb* manner = nullptr;
    Tense tense = Tense::Present;
    bool progressive = false;
    bool perfect = false; ///< of the past: has eaten; denied: has not ever eaten
    Modal modal = Modal::None;
    bool negated = false;
    bool marks_past = true; ///< Chinese says that a state is past; not where another clause has said it
    Asking asking = Asking::Nothing;
    bool is_elided = false; ///< the subject was said before: the cup fell and broke
    bool future_in_french = false; ///< quand il pleuvra: a present that French says in the future
    bool is_within = false; ///< 当 ... 时: no 了 there
    bool follows = false; ///< from a condition; Chinese says 就
    bool lacks_object = false; ///< which is the noun that this clause stands by, and is not said here
    bool is_bare_in_chinese = false; ///< Chinese does not name its subject again
    bool is_short_in_chinese = false; ///< which does not name again what was just named
    bool commanded = false; ///< to you, or to us (let's); Chinese begins with 请 where `please`
    bool please = false;

    bool saysNever() const { return frequency && frequency->denies; }
};

} // namespace glassformer::grammar
