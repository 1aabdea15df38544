#pragma once

#include "core/text/encoding.h"

#include <string>
#include <vector>

namespace glassformer {

// How words were cut, as the metadata of a file of tensors keeps it under "source.words": a JSON list of
// {"span": [0, 7], "first": 1, "count": 2}, with "steps", "symbols" and "merges", or "choices" as WordCut has them.

std::string cutsText(const std::vector<WordCut>& words);

/**
 * \param tokens  so many there are
 * \param text  what the spans are of
 * \throws Error for a word that is not of these tokens or of this text
 */
std::vector<WordCut> cutsFromText(
    const std::string& json, const std::string& where, std::size_t tokens, const std::string& text);

} // namespace glassformer
