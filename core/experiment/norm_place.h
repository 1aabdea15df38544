#pragma once

#include "core/experiment/weighted_sum.h"

namespace glassformer {

/** The norms of a layer, and the one behind a stack. */
enum class NormPlace
{
    Attention,
    CrossAttention,
    FeedForward,
    Stack ///< only where norms come before
};

/** Under which name a run has what comes out of the norm. site: the encoder's, or any of the decoder's. */
std::string normOutputTensor(const ModelConfig& config, AttentionSite site, int layer, NormPlace place);

/** What is normed [rows, d_model]: the stream, or where norms come after, its sum with the block's output. Empty if the run
 * does not have it. */
Matrix<float> normInput(const Trace& trace, AttentionSite site, int layer, NormPlace place);

/** Its gain and bias [d_model]. */
const NormWeights<float>& normWeights(
    const Transformer<float>& model, AttentionSite site, int layer, NormPlace place);

} // namespace glassformer
