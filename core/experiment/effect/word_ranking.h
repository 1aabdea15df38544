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
/** How the next word is drawn. */
struct DrawnWords
{
    std::vector<RankedWord>
        words; ///< the likeliest, with the probability by which each is drawn: 0 where it is cut off
    int kept = 0; ///< words that may be drawn
    double share = 1; ///< what these had before the others were cut off
};

/** After temperature, top-k and top-p; without chance as the model has it. */
DrawnWords drawnWords(const Trace& trace, int position, int count, const Decoding& decoding);

/** The `count` words with the lowest logits, worst last. */
std::vector<RankedWord> unlikeliestWords(const Trace& trace, int position, int count);

} // namespace glassformer
