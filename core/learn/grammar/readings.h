#pragma once

#include "core/learn/grammar/utterance.h"

namespace glassformer::grammar {

/**
 * The utterance as those may understand it who read it in one language alone: 护士会开车 is said of one nurse or of all,
 * "They are slow" of men or of women. For each language all meanings are found that differ in number, determiner, gender
 * of a pronoun that stands for nothing in the utterance, tense, modal, words of one form, or manner, and say the same words in it;
 * no more than a few hundred are tried. The utterance's own reading is the first.
 */
std::vector<Reading> readingsOf(const Utterance& utterance, const Words& words, const FrenchVerbs& verbs);

} // namespace glassformer::grammar
