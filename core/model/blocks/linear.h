#pragma once

#include "core/model/weights.h"
#include "core/tensor/multiply.h"

#include <type_traits>

namespace glassformer {

/** x·W + b for every row of x. */
template <typename Scalar>
Matrix<Scalar> linear(const Matrix<Scalar>& x, const LinearWeights<Scalar>& weights)
{
    if constexpr (std::is_same_v<Scalar, float>) {
        if (weights.packed.size() > 0) {
            Matrix<float> y(x.rows(), weights.packed.cols());
            multiply(x, weights.packed, y, weights.bias.size() > 0 ? weights.bias.data() : nullptr);
            return y;
        }
    }
    Matrix<Scalar> y(x.rows(), weights.weight.cols());
    multiply(x, weights.weight, y);
    if (weights.bias.size() > 0)
        y.rowwise() += weights.bias;
    return y;
}

/** Adds to the gradients of W and b, where they are wanted: not empty; and writes or adds the gradient of x. */
template <typename Scalar>
void linearBackward(const Matrix<Scalar>& x, const LinearWeights<Scalar>& weights, const Matrix<Scalar>& d_y,
    LinearWeights<Scalar>& gradients, Matrix<Scalar>& d_x, Write write)
{
    if (gradients.weight.size() > 0)
        multiplyTransposedBy(x, d_y, gradients.weight, Write::Add);
    if (gradients.bias.size() > 0)
        gradients.bias += d_y.colwise().sum();
    multiplyByTransposed(d_y, weights.weight, d_x, write);
}

} // namespace glassformer
