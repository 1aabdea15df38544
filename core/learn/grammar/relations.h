#pragma once

#include "core/learn/grammar/utterance.h"

namespace glassformer::grammar {

/** Which words of the English text belong together, and how: what a head may be found to look for. */
std::vector<WordRelation> relationsOf(const Utterance& utterance, const Spoken& english);

} // namespace glassformer::grammar
