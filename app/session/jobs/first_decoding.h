#pragma once

#include "core/model/config/config.h"
#include "core/model/writing/sampling.h"

namespace glassformer {

inline constexpr int first_new_tokens = 8; ///< a text that goes on is shown with so many words behind it
inline constexpr int most_new_tokens = 64;

/** How far a model writes at first: an answer whole, a text that goes on a little. */
inline Decoding firstDecoding(const ModelConfig& config)
{
    Decoding decoding;
    decoding.max_new_tokens = config.hasEncoder() ? most_new_tokens : first_new_tokens;
    return decoding;
}

} // namespace glassformer
