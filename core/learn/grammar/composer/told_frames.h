#pragma once

#include "core/learn/grammar/utterance.h"

namespace glassformer::grammar {

/** A frame with its two nouns: "The cow didn't catch the bird because it was too slow." */
struct ToldFrame
{
    const Frame* frame = nullptr;
    Nominal subject{}, object{};
    bool subject_is_meant = true; ///< by the pronoun
    const Adjective* cue = nullptr;
    bool clause_first = false; ///< the reason comes first
    Tense tense = Tense::Past;
    bool could = false; ///< "couldn't lift" for "didn't lift"
    Degree degree = Degree::Too;
};

/** What stands for a nominal when it is spoken of again. */
Nominal pronounFor(const Nominal& meant);

Utterance utteranceOf(const ToldFrame& told);

/** Everything that frames can say behind such a beginning, with its chances: the frames that fit, the noun
 * that is meant and its adjectives each with equal chances. Held-out pairs and frames count like the others. */
std::map<std::string, double> sayings(const Words& words, const std::string& beginning, Language language);

/** Whether an adjective can be said of a noun, both in any form that a sentence may have. */
bool canBeSaidOf(
    const Words& words, const std::string& adjective, const std::string& noun, Language language);

} // namespace glassformer::grammar
