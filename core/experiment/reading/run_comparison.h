#pragma once

#include "core/trace/trace.h"

#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** How far apart two vectors are. */
struct VectorDifference
{
    double distance = 0; ///< length of their difference
    double relative = 0; ///< that, divided by the mean of their lengths; 0 where both are zero
};

/** Two runs of models of one shape side by side, along the stream of one stack. */
struct StreamComparison
{
    std::vector<std::string> tensors; ///< what enters the stack, and each layer's output
    std::vector<int>
        counterparts; ///< of each token of the first run its place in the second, or no_counterpart
    std::vector<std::vector<std::optional<VectorDifference>>> cells; ///< [tensors][tokens]

    /** The lowest row of the table in which the token differs, by more than rounding; nothing if it never does. */
    std::optional<int> firstDifference(int token) const;
};

/**
 * \param stack  Encoder, or DecoderSelf
 * \param aligns  whether texts of different lengths are aligned (token_alignment.h) instead of refused
 * \throws Error for runs that are not of one shape, have different numbers of tokens, or not the vectors
 */
StreamComparison compareStreams(
    const Trace& one, const Trace& other, AttentionSite stack, bool aligns = false);

/** A tensor of both runs: second minus first, of equal shape. @throws Error if one lacks it or shapes differ */
Tensor tensorDifference(const Trace& one, const Trace& other, const std::string& tensor);

} // namespace glassformer
