#pragma once

#include "core/learn/grammar/french/french_verb.h"
#include "core/learn/grammar/meaning.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace glassformer::grammar {

// The places of sayings: {name}, {man}, {woman}, {call} (whom one calls: a name, Mom, teacher), {number}, {few}, {hour},
// {hour_french}, {weekday}, {weekdays} (tous les lundis), {month},
// or a determiner and nouns: {my person:family}, {the animal}, {a object:gift}. Behind it "many" makes it plural, "mass"
// takes what can't be counted, and any other word tells two things of one kind apart. {do} and {doing} are one deed: to read
// a book, reading a book. The same nouns are the same thing in
// all three languages, whatever stands before them: "Whose {bare animal} is this?", "À qui est {this animal} ?".

/** {my animal other}: "my" and "animal other". */
std::pair<std::string, std::string> partsOf(const std::string& place);

/** What stands between the braces of a text, in its order. */
std::vector<std::string> placesOf(const std::string& text);

/** What stands in the places of a saying, in every language. */
struct Filling
{
    std::array<std::map<std::string, std::string>, language_count> words; ///< numbers, hours, days
    Clause deed; ///< of {do} and {doing}
    std::map<std::string, Nominal> named; ///< by the nouns of the place

    void setNumbers(int number, int few, int hour);
    void setDays(std::size_t weekday, std::size_t month);
    /** Whether a place is filled. */
    bool has(const std::string& place) const;
    /** Whether all places of a text are filled. */
    bool fills(const std::string& text) const;
};

/** A text of a saying with its places filled. A text without places is said as it stands there.
 * @throws Error naming a place that is not filled */
std::string saidWith(
    const Filling& filling, const std::string& text, Language language, const FrenchVerbs& verbs);

/** I'm for I am; empty where the text has nothing to contract. */
std::string contracted(const Filling& filling, const std::string& english);

} // namespace glassformer::grammar
