#pragma once

#include "core/learn/grammar/words.h"

namespace glassformer::grammar {

/**
 * A text with every word that is only read in place of the one that is written, as synonyms.tsv has them: "The couch is
 * large." becomes "The sofa is big." Texts that come out alike say the same.
 */
std::string inPlainWords(const std::string& text, Language language, const Synonyms& synonyms);

} // namespace glassformer::grammar
