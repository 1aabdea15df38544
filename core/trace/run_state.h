#pragma once

#include "core/trace/model.h"

#include <memory>
#include <vector>

namespace glassformer {

/**
 * What another run of the same model can go on from: the rows that a causal decoder has read stay as they are whatever
 * comes behind them, and the encoder's output as long as its text is the same.
 */
struct RunState
{
    std::shared_ptr<const Model> model;
    Decoding decoding;
    Changes changes;
    std::vector<int> source; ///< what the encoder read
    std::vector<int> target; ///< what the decoder read: the prompt, then what was written
    std::vector<int>
        words; ///< what was written behind the prompt, the word that nobody has read yet included
    int asked_words = 0; ///< so many of them were asked for, not chosen
    std::shared_ptr<const StackRecord<float>> encoder; ///< without its layers; null if there is none
    std::shared_ptr<const StackRecord<float>> decoder; ///< the same
    DecoderCache<float> cache; ///< of all rows of target, with their queries
};

/** A beginning of what a decoder remembers. */
DecoderCache<float> firstRows(const DecoderCache<float>& cache, int rows);

/** Those that change what the encoder computes. */
Changes onEncoder(const Changes& changes);

/**
 * Of what a run has left, the encoder's part: its record and the keys and values that the decoder made of it. That holds
 * whatever is changed in the decoder, of which no row is known then.
 */
RunState encoderOf(const RunState& state);

/** The first rows of one pass and all of another, as if it had been one; both without layers. */
StackRecord<float> joined(const StackRecord<float>& before, int rows, StackRecord<float> behind);

} // namespace glassformer
