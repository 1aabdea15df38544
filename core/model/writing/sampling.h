#pragma once

#include "core/tensor/matrix.h"
#include "core/tensor/random.h"

#include <cstdint>
#include <vector>

namespace glassformer {

enum class DecodingKind
{
    Greedy,
    Sample,
    Beam
};

/** How the next word is chosen from the logits. */
struct Decoding
{
    DecodingKind kind = DecodingKind::Greedy;
    double temperature = 1.0; ///< Sample: logits are divided by it; above 0
    int top_k = 0; ///< Sample: only the k likeliest; 0 for all
    double top_p = 1.0; ///< Sample: the smallest set whose probabilities reach p (Holtzman et al. 2020)
    std::uint32_t seed = 1;
    int beam_size = 4; ///< Beam: hypotheses kept
    double length_penalty = 0.6; ///< Beam: alpha of Wu et al. 2016, equation 14
    int max_new_tokens = 64;

    bool operator==(const Decoding&) const = default;
};

/**
 * The chance of one place in what is written, counted from 0. It does not depend on how the words before came about:
 * who goes on from a known beginning writes what a run from the start would have written.
 */
Random randomAt(const Decoding& decoding, int place);

/** Probabilities after temperature, top-k and top-p; they sum to 1. */
std::vector<double> nextWordProbabilities(const RowVector<float>& logits, const Decoding& decoding);

/** Greedy or sampled choice of one token. */
int chooseToken(const RowVector<float>& logits, const Decoding& decoding, Random& random);

} // namespace glassformer
