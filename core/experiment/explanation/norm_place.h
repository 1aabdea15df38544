#pragma once

#include "core/experiment/explanation/weighted_sum.h"
#include "core/trace/record/tensor_slice.h"

namespace glassformer {

/** The norms of a layer, one for each of its blocks and their sums, and the one behind a stack. */
enum class NormPlace
{
    Attention,
    CrossAttention,
    FeedForward,
    Stack ///< only where norms come before
};

/** Under which name a run has what comes out of the norm. site: the encoder's, or any of the decoder's. */
std::string normOutputTensor(const ModelConfig& config, AttentionSite site, int layer, NormPlace place);

/** What goes past a block [rows, d_model], what the block puts out, and both added; what the run does not tell is empty. */
struct BlockSum
{
    MatrixSlice stream, added;
    /** Computed where a norm comes after: the run has what comes out of that. Where nobody knows, what the run has. */
    MatrixSlice sum;
};

BlockSum blockSum(const Trace& trace, AttentionSite site, int layer, NormPlace place);

/** What is normed [rows, d_model]: the stream, or where norms come after, its sum with the block's output. */
MatrixSlice normInput(const Trace& trace, AttentionSite site, int layer, NormPlace place);

/** Its gain and bias [d_model]. */
const NormWeights<float>& normWeights(
    const Transformer<float>& model, AttentionSite site, int layer, NormPlace place);

} // namespace glassformer
