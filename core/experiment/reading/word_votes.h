#pragma once

#include "core/experiment/effect/head_effect.h"

#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** What a vote comes from. */
enum class VoterKind
{
    Embedding, ///< what entered the stack, or its part from the table where that is a sum
    Position,
    Segment,
    Head,
    FeedForward,
    Biases, ///< of attention outputs, norms and the output matrix, together
    Altered ///< numbers that a change put in the place of others
};

/** One part of a logit. */
struct Vote
{
    VoterKind kind = VoterKind::Embedding;
    AttentionSite site = AttentionSite::Encoder; ///< of heads; of a feed-forward network: of its stack
    int layer = every, head = every;
    double logit = 0; ///< its share; against a rival, what it adds to the distance between both
};

/** "embedding", "position", "decoder.1.cross.head.2", "decoder.0.feed_forward", "biases", "changes". */
std::string voterText(const Vote& vote);

/**
 * The logit of a word as a sum over what wrote into the stream of its row. Every norm that the stream passes is a linear
 * map once its mean and deviation are held as they were in this run, so the parts add up exactly; what the part would have
 * done to these statistics is nobody's vote. Behind a transform (BERT) the slope of its activation is held as well.
 */
struct WordVotes
{
    AskedWord asked;
    std::optional<Token>
        rival{}; ///< if there is one, all logits are differences: of the word minus of the rival
    std::vector<Vote> votes; ///< in the order of the pass
    double logit = 0; ///< what the run has
    double sum = 0; ///< of the votes
    bool holds_activation = false;
};

/**
 * Votes in the stack that makes words: the decoder, or an encoder alone. What came from an encoder is in the heads of
 * cross-attention.
 * @throws Error for a run without words, or one that does not have the vectors
 */
WordVotes wordVotes(const Model& model, const Trace& trace, const AskedWord& asked,
    const std::optional<Token>& rival = std::nullopt);

} // namespace glassformer
