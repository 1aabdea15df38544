#pragma once

#include "core/tensor/matrix.h"

namespace glassformer {

/** GeluErf: x·Φ(x); GeluTanh: its tanh approximation (Hendrycks & Gimpel 2016); SiLU: x·sigmoid(x). */
enum class Activation { ReLU, GeluErf, GeluTanh, SiLU };

/** In place. */
template <typename Scalar>
void activate(Activation activation, Matrix<Scalar>& x);

/** d_y becomes d_x: times the derivative at x, the values before the activation. */
template <typename Scalar>
void activateBackward(Activation activation, const Matrix<Scalar>& x, Matrix<Scalar>& d_y);

} // namespace glassformer
