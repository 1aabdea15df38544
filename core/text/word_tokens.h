#pragma once

#include "core/text/encoding.h"

#include <vector>

namespace glassformer {

/** A token of one word, before it is known at which place it stands. */
struct WordToken
{
    int id = 0;
    TextSpan span; ///< in the original text
};

/** A merge by ids. */
struct WordMerge
{
    int left = 0;
    int right = 0;
    int merged = 0;
    int rank = 0;
    std::size_t place = 0; ///< of the left piece's first symbol among all symbols
    TextSpan span; ///< of the merged piece, in the original text
};

/** A piece of the best cut by ids. */
struct WordChoice
{
    int id = 0;
    double score = 0.0;
    TextSpan span; ///< in the original text
};

/** What a model made of one word, and how; each kind of model fills in its kind of steps. */
struct WordTokens
{
    std::vector<WordToken> tokens{};
    std::vector<CutStep> steps{};
    std::vector<WordToken> symbols{};
    std::vector<WordMerge> merges{};
    std::vector<WordChoice> choices{};
};

} // namespace glassformer
