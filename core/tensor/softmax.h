#pragma once

#include "core/tensor/multiply.h"

namespace glassformer {

/**
 * Each row becomes exp(x) / sum(exp(x)), in place; the row's largest value is subtracted first, so nothing overflows.
 * -inf gives exactly 0; a row of nothing but -inf becomes all 0: who may look nowhere takes nothing.
 */
template <typename Scalar>
void softmaxRows(MatrixView<Scalar> rows);

/** d_scores = weights * (d_weights - sum over the row of weights * d_weights); all of one shape. */
template <typename Scalar>
void softmaxRowsBackward(
    ConstMatrixView<Scalar> weights, ConstMatrixView<Scalar> d_weights, MatrixView<Scalar> d_scores);

} // namespace glassformer
