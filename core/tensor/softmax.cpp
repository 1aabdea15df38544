#include "core/tensor/softmax.h"

#include <cmath>
#include <limits>

namespace glassformer {

template <typename Scalar>
void softmaxRows(MatrixView<Scalar> rows)
{
    if (rows.cols() == 0)
        return;
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        auto row = rows.row(i);
        const Scalar largest = row.maxCoeff();
        if (largest == -std::numeric_limits<Scalar>::infinity()) {
            row.setZero();
            continue;
        }
        row = (row.array() - largest).exp();
        row /= row.sum();
    }
}

template <typename Scalar>
void softmaxRowsBackward(
    ConstMatrixView<Scalar> weights, ConstMatrixView<Scalar> d_weights, MatrixView<Scalar> d_scores)
{
    for (Eigen::Index i = 0; i < weights.rows(); ++i) {
        const Scalar inner = weights.row(i).dot(d_weights.row(i));
        d_scores.row(i) = weights.row(i).array() * (d_weights.row(i).array() - inner);
    }
}

template void softmaxRows<float>(MatrixView<float>);
template void softmaxRows<double>(MatrixView<double>);
template void softmaxRowsBackward<float>(ConstMatrixView<float>, ConstMatrixView<float>, MatrixView<float>);
template void softmaxRowsBackward<double>(ConstMatrixView<double>, ConstMatrixView<double>, MatrixView<double>);

} // namespace glassformer
