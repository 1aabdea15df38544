#pragma once

#include "core/model/changes/change_reach.h"
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
    Changes changes; ///< with their means
    std::vector<int> source; ///< what the encoder read
    std::vector<int> target; ///< what the decoder read: the prompt, then what was written
    std::vector<int>
        words; ///< what was written behind the prompt, the word that nobody has read yet included
    int asked_words = 0; ///< so many of them were asked for, not chosen
    std::shared_ptr<const StackRecord<float>> encoder; ///< without its layers; null if there is none
    std::shared_ptr<const StackRecord<float>> decoder; ///< the same
    DecoderCache<float> cache; ///< of all rows of target, with their queries
};

/** What a run has left, as far as it holds for another one of the same model. */
struct HeldState
{
    std::shared_ptr<const RunState> state; ///< null: nothing holds
    bool is_same = false; ///< the changes are the same: words that were chosen are chosen again
    Reach encoder, decoder; ///< what may be different; see Reach
    bool has_memory_keys = false; ///< the decoder's keys and values of the encoder's output hold

    /** Whether the encoder's output holds, which the decoder reads. */
    bool hasEncoder() const { return state && state->encoder && encoder.isNowhere(); }
};

/** \param state  of the earlier run, or null; the text is looked at where tokens are known */
HeldState heldState(std::shared_ptr<const RunState> state, const Model& model, const std::vector<int>& source,
    const Changes& changes);

/**
 * What the decoder remembers of the first rows.
 * \param begun_layers  the lowest layers, of which it remembers `begun_rows` rows
 */
DecoderCache<float> heldRows(const HeldState& held, int rows, int begun_layers, int begun_rows);

/** The first rows of one pass and all of another, as if it had been one; both without layers. */
StackRecord<float> joined(const StackRecord<float>& before, int rows, StackRecord<float> behind);

} // namespace glassformer
