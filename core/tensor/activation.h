#pragma once

#include "core/tensor/activation_kind.h"
#include "core/tensor/multiply.h"

namespace glassformer {

/** x becomes f(x), in place. */
template <typename Scalar> void activate(Activation activation, Matrix<Scalar>& x);

/** y becomes f(x). */
template <typename Scalar> void activate(Activation activation, const Matrix<Scalar>& x, Matrix<Scalar>& y);

/** The same of a block, on the calling thread alone. */
template <typename Scalar>
void activateBlock(Activation activation, ConstMatrixView<Scalar> x, MatrixView<Scalar> y);

/** d_y becomes d_x: times the slope at x, the values before the activation. The slope of ReLU at 0 is 0. */
template <typename Scalar>
void activateBackward(Activation activation, const Matrix<Scalar>& x, Matrix<Scalar>& d_y);

} // namespace glassformer
