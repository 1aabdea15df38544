#pragma once

#include "core/model/writing/generation_rules.h"

#include <algorithm>
#include <vector>

namespace glassformer {

/** Which tokens begin and end what a model writes; -1 or empty where the files do not say. And the rules between. */
struct GenerationTokens
{
    int start = -1; ///< first input of a decoder that reads an encoder
    int first = -1; ///< token that is always written first, behind a prompt of one token
    std::vector<int> ends; ///< any of them ends the text
    GenerationRules rules{};

    bool operator==(const GenerationTokens&) const = default;
    bool isEnd(int id) const { return std::find(ends.begin(), ends.end(), id) != ends.end(); }
};

} // namespace glassformer
