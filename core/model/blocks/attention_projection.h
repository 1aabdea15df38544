#pragma once

#include "core/model/blocks/attention.h"

namespace glassformer {

/**
 * Queries, keys and values of all rows that may be looked at: W_Q, W_K and W_V, the norm and the turn of each head where
 * the model has them. What a cache remembers is not computed again.
 */
template <typename Scalar>
void projectHeads(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record);

} // namespace glassformer
