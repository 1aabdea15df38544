#pragma once

#include "core/tensor/multiply.h"

namespace glassformer {

/**
 * Turns each row of scores into weights that are positive and sum to 1, in place. The row's largest score is
 * subtracted first, so large scores do no harm. A score of -infinity is hidden: its weight is exactly 0; a
 * row in which everything is hidden becomes zeros. NaN makes its whole row NaN. Scalar is float or double,
 * and named in the call: softmaxRows<float>(scores).
 */
template <typename Scalar> void softmaxRows(MatrixView<Scalar> scores);

/** d_scores = w (d_w - sum over the row of w d_w); needs the weights alone. d_scores may be d_weights itself.
 */
template <typename Scalar>
void softmaxRowsBackward(
    ConstMatrixView<Scalar> weights, ConstMatrixView<Scalar> d_weights, MatrixView<Scalar> d_scores);

} // namespace glassformer
