#pragma once

#include "core/text/tokenizer.h"

#include <string>
#include <vector>

namespace glassformer {

/** The words that a vocabulary holds whole, as people write them, sorted; no signs, numbers, pieces or special tokens. */
std::vector<std::string> knownWords(const Tokenizer& tokenizer);

/**
 * Those of `known` that are spelt most like a word, the nearest first, at most so many; none if no word is near. A letter
 * more, less, another one, or two exchanged count one each; a third of the letters may differ, one always.
 */
std::vector<std::string> nearWords(
    const std::string& word, const std::vector<std::string>& known, std::size_t most);

} // namespace glassformer
