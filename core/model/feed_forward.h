#pragma once

#include "core/model/weights.h"
#include "core/tensor/activation.h"

namespace glassformer {

template <typename Scalar> struct FeedForwardRecord
{
    Matrix<Scalar> before; ///< x·W_1 + b_1 [rows, d_ff]
    Matrix<Scalar> hidden; ///< after the activation [rows, d_ff]
    Matrix<Scalar> output; ///< hidden·W_2 + b_2 [rows, d_model]
};

/** The position-wise network of "Attention Is All You Need", section 3.3. */
template <typename Scalar>
FeedForwardRecord<Scalar> feedForward(
    const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights, Activation activation);

/** Adds to the weights' gradients and to d_x. */
template <typename Scalar>
void feedForwardBackward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const FeedForwardRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    FeedForwardWeights<Scalar>& gradients, Matrix<Scalar>& d_x);

} // namespace glassformer
