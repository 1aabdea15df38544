#pragma once

#include "core/trace/trace.h"

#include <vector>

namespace glassformer {

/** One entry of the vocabulary at one decoder step. */
struct RankedWord
{
    int id = 0;
    double logit = 0;
    double probability = 0;
};

/** The `count` words with the highest logits at this step, best first. Probabilities: softmax(logits / temperature). */
std::vector<RankedWord> likeliestWords(const Trace& trace, int position, int count, double temperature = 1);
/** The `count` words with the lowest logits, worst last. */
std::vector<RankedWord> unlikeliestWords(const Trace& trace, int position, int count);

} // namespace glassformer
