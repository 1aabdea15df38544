#pragma once

#include "core/model/changes/controls.h"
#include "core/model/weights.h"
#include "core/tensor/activation.h"

namespace glassformer {

template <typename Scalar> struct FeedForwardRecord
{
    Matrix<Scalar> before; ///< x·W_1 + b_1, or x·W_gate where there is a gate [rows, d_ff]
    Matrix<Scalar> linear; ///< x·W_1, which the gate multiplies; only where there is one
    Matrix<Scalar>
        gate; ///< activation of `before` where it gates and is changed; empty where `before` tells it
    Matrix<Scalar> hidden; ///< activation of `before`, times `linear` where there is a gate [rows, d_ff]
    Matrix<Scalar> output; ///< hidden·W_2 + b_2 [rows, d_model]
};

/**
 * The position-wise network of "Attention Is All You Need", section 3.3; with a gate: Shazeer 2020.
 * \param control  what is changed in it; null: nothing
 * \param first_row  place of x's first row in the whole sequence
 */
template <typename Scalar>
FeedForwardRecord<Scalar> feedForward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const LayerControl<Scalar>* control = nullptr, int first_row = 0);

/** Adds to the weights' gradients and to d_x; for networks without a gate. */
template <typename Scalar>
void feedForwardBackward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const FeedForwardRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    FeedForwardWeights<Scalar>& gradients, Matrix<Scalar>& d_x);

} // namespace glassformer
