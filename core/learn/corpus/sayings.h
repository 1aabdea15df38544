#pragma once

#include "core/learn/corpus/corpus.h"
#include "core/learn/corpus/lexicon.h"

#include <map>
#include <string>
#include <string_view>

namespace glassformer {

/**
 * The sentences with two candidates for the pronoun that begin with a text which names both nouns, and how likely each
 * is among them: the frames that fit, the noun that is meant and its adjectives each with equal chances. Held-out pairs
 * and frames count like the others. Empty where the world has no such sentence.
 */
std::map<std::string, double> sayings(const Lexicon& lexicon, std::string_view beginning, Language language);

} // namespace glassformer
