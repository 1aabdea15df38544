#pragma once

#include "core/tensor/matrix.h"

#include <span>

namespace glassformer {

/** Stands in place of a target where nothing is to be told: the row counts for nothing, its gradient is 0. */
inline constexpr int no_target = -1;

/** Sums over the rows of a batch; divide by the number of rows for means. */
struct LossSums
{
    double smoothed = 0; ///< the loss that is trained: cross-entropy against smoothed targets
    double log_likelihood = 0; ///< -log p(target), without smoothing
    int correct = 0; ///< rows whose likeliest entry is the target

    LossSums& operator+=(const LossSums& other);
};

/**
 * Cross-entropy with label smoothing (Szegedy et al. 2016; "Attention Is All You Need", section 5.4): the target
 * distribution is 1 - smoothing on the target plus smoothing / vocabulary everywhere. In place: on return `logits`
 * [rows, vocabulary] holds the gradient of `scale` times the summed loss, so no second matrix of that size is needed.
 */
template <typename Scalar>
LossSums smoothedCrossEntropy(
    Matrix<Scalar>& logits, std::span<const int> targets, double smoothing, double scale);

} // namespace glassformer
