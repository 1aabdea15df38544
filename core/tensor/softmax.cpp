#include "core/tensor/softmax.h"

#include "core/tensor/kernel/active_kernel.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace glassformer {

template <> void softmaxRows<float>(MatrixView<float> scores)
{
    kernel::activeTable().softmax(scores.data(), scores.rows(), scores.cols(), scores.outerStride());
}

template <> void softmaxRows<double>(MatrixView<double> scores)
{
    constexpr double hidden = -std::numeric_limits<double>::infinity();
    for (Eigen::Index i = 0; i < scores.rows(); ++i) {
        double largest = hidden;
        for (Eigen::Index j = 0; j < scores.cols(); ++j)
            largest = std::fmax(largest, scores(i, j));
        const double shift = largest == hidden ? 0 : largest;
        double sum = 0;
        for (Eigen::Index j = 0; j < scores.cols(); ++j) {
            scores(i, j) = std::exp(scores(i, j) - shift);
            sum += scores(i, j);
        }
        if (sum != 0)
            scores.row(i) /= sum;
    }
}

template <typename Scalar>
void softmaxRowsBackward(
    ConstMatrixView<Scalar> weights, ConstMatrixView<Scalar> d_weights, MatrixView<Scalar> d_scores)
{
    assert(weights.rows() == d_weights.rows() && weights.cols() == d_weights.cols());
    assert(weights.rows() == d_scores.rows() && weights.cols() == d_scores.cols());
    for (Eigen::Index i = 0; i < weights.rows(); ++i) {
        const Scalar mean = weights.row(i).dot(d_weights.row(i));
        d_scores.row(i).array() = weights.row(i).array() * (d_weights.row(i).array() - mean);
    }
}

template void softmaxRowsBackward<float>(
    ConstMatrixView<float> weights, ConstMatrixView<float> d_weights, MatrixView<float> d_scores);
template void softmaxRowsBackward<double>(
    ConstMatrixView<double> weights, ConstMatrixView<double> d_weights, MatrixView<double> d_scores);

} // namespace glassformer
