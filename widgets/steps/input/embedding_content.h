#pragma once

#include "core/experiment/effect/measured.h"
#include "core/trace/look/place.h"
#include "widgets/paint/words/word_map_painter.h"

#include <vector>

namespace glassformer {

/** All words of the vocabulary in the plane of its two first principal components. */
std::vector<MapWord> mapWordsOf(const PrincipalPlane& plane, const TokenOf& token_of);

/**
 * What is marked in such a map: the words of the sentence, those near the chosen one, that one itself, kinds of words,
 * and what its axes are. Leaves the words as they are.
 */
void markMap(WordMapContent& map, const Trace& trace, const Measured& measured, int chosen);

} // namespace glassformer
