#pragma once

#include "core/tensor/matrix.h"

namespace glassformer {

/** Windows into matrices: whole ones, row blocks and column blocks alike (columns contiguous, any row stride). */
template <typename Scalar> using MatrixView = Eigen::Ref<Matrix<Scalar>, 0, Eigen::OuterStride<>>;
template <typename Scalar> using ConstMatrixView = Eigen::Ref<const Matrix<Scalar>, 0, Eigen::OuterStride<>>;

/** Whether a product replaces what the result held or is added to it. */
enum class Write
{
    Replace,
    Add
};

/**
 * out = a·b, with a [m, k], b [k, n], out [m, n]; out must not overlap a or b. The float version runs a kernel
 * written for the instruction set of the processor at hand (SSE2, AVX2 with FMA, AVX-512), chosen at run time;
 * equal inputs give equal results on one machine. The double version is Eigen's and serves as the truth in tests.
 */
void multiply(
    ConstMatrixView<float> a, ConstMatrixView<float> b, MatrixView<float> out, Write write = Write::Replace);
void multiply(ConstMatrixView<double> a, ConstMatrixView<double> b, MatrixView<double> out,
    Write write = Write::Replace);

/** out = a·bᵀ, with a [m, k], b [n, k], out [m, n]. */
void multiplyByTransposed(
    ConstMatrixView<float> a, ConstMatrixView<float> b, MatrixView<float> out, Write write = Write::Replace);
void multiplyByTransposed(ConstMatrixView<double> a, ConstMatrixView<double> b, MatrixView<double> out,
    Write write = Write::Replace);

/** out = aᵀ·b, with a [k, m], b [k, n], out [m, n]. */
void multiplyTransposedBy(
    ConstMatrixView<float> a, ConstMatrixView<float> b, MatrixView<float> out, Write write = Write::Replace);
void multiplyTransposedBy(ConstMatrixView<double> a, ConstMatrixView<double> b, MatrixView<double> out,
    Write write = Write::Replace);

} // namespace glassformer
