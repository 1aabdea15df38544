#pragma once

#include "core/model/config/config.h"

#include <cstdint>

namespace glassformer {

/** Numbers of learned values by part of the model. Shared ones count once. */
struct ParameterCount
{
    std::int64_t embedding = 0; ///< tables of tokens, segments and positions, and their projection
    std::int64_t attention = 0; ///< W_Q, W_K, W_V, W_O and biases of all layers, relative positions
    std::int64_t feed_forward = 0;
    std::int64_t norms = 0;
    std::int64_t output = 0; ///< behind the last layer; a tied projection counts as embedding

    std::int64_t total() const { return embedding + attention + feed_forward + norms + output; }
};

ParameterCount countParameters(const ModelConfig& config);

} // namespace glassformer
