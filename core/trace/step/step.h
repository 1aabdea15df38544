#pragma once

#include "core/model/head_name.h"

namespace glassformer {

/**
 * One station of the walk through a run. A step is about one picture; which layer and head is the selection's. What core
 * knows of each stands in step_facts.cpp, what it shows and says in widgets/steps.
 */
enum class StepKind
{
    Sentence, ///< the text and the task
    Tokens, ///< pieces, ids, how words were cut
    Embedding, ///< table rows times sqrt(d_model)
    Position, ///< the positional encoding
    EncoderInput, ///< embedding + position
    AttentionNorm, ///< of what attention reads, or where norms come after, of the sum behind it
    QueryKeyValue, ///< three projections of one layer and head
    Scores, ///< q·k / sqrt(d_k)
    Softmax, ///< attention weights: heatmap and lines
    WeightedSum, ///< weights x values
    HeadsJoined, ///< all heads side by side, times W_O
    AttentionResidual, ///< add: what came in plus what attention put out
    FeedForwardNorm, ///< of what the network reads, or where norms come after, of the sum behind it
    FeedForward, ///< hidden activations and output
    LayerOutput, ///< add: what the layer passes on, unless a norm comes after
    EncoderOutput, ///< after the last layer and norm: what the decoder reads
    TargetTokens, ///< what has been written so far
    DecoderInput, ///< embedding + position of the written tokens
    DecoderNorm, ///< as AttentionNorm, in a decoder beside an encoder
    MaskedScores, ///< the decoder's own scores, and the mask
    MaskedAttention, ///< weights of masked self-attention
    DecoderResidual, ///< as AttentionResidual
    CrossNorm, ///< the same for cross-attention
    CrossAttention, ///< weights from the decoder to the source
    CrossResidual,
    DecoderFeedForwardNorm, ///< as FeedForwardNorm
    DecoderFeedForward,
    DecoderLayerOutput, ///< as LayerOutput
    DecoderOutput, ///< after the last layer and norm
    Logits, ///< linear: one number for every entry of the vocabulary
    NextWord, ///< softmax: probabilities of the next word
    Answer, ///< the finished sentence
};

/**
 * Which attention a step shows; for steps that show none, the first of the stack they belong to. The steps of the layers
 * that every model has are the encoder's, or those of a decoder that is alone.
 */
AttentionSite attentionSiteOf(StepKind kind, const ModelConfig& config);

} // namespace glassformer
