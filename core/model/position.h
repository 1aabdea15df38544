#pragma once

#include "core/tensor/matrix.h"

namespace glassformer {

/**
 * Rows 0 to length-1 of the sinusoidal encoding, [length, d_model]: sine of pos / 10000^(2i/d_model) in column 2i,
 * cosine in column 2i+1 ("Attention Is All You Need", section 3.5).
 */
template <typename Scalar> Matrix<Scalar> sinusoidalPositions(int length, int d_model);

} // namespace glassformer
