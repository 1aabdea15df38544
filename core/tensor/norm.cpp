#include "core/tensor/norm.h"

#include <cassert>
#include <cmath>

namespace glassformer {

template <typename Scalar> void makeRoom(const Matrix<Scalar>& x, NormRecord<Scalar>& record)
{
    record.normalized.resize(x.rows(), x.cols());
    record.inverse_deviation.resize(x.rows());
}

template <typename Scalar>
void layerNorm(const Matrix<Scalar>& x, Scalar epsilon, Eigen::Index row, NormRecord<Scalar>& record)
{
    const Scalar mean = x.row(row).mean();
    record.normalized.row(row) = x.row(row).array() - mean;
    const Scalar variance = record.normalized.row(row).squaredNorm() / static_cast<Scalar>(x.cols());
    record.inverse_deviation(row) = 1 / std::sqrt(variance + epsilon);
    record.normalized.row(row) *= record.inverse_deviation(row);
}

template <typename Scalar>
void rmsNorm(const Matrix<Scalar>& x, Scalar epsilon, Eigen::Index row, NormRecord<Scalar>& record)
{
    const Scalar mean_square = x.row(row).squaredNorm() / static_cast<Scalar>(x.cols());
    record.inverse_deviation(row) = 1 / std::sqrt(mean_square + epsilon);
    record.normalized.row(row) = x.row(row) * record.inverse_deviation(row);
}

template <typename Scalar>
Matrix<Scalar> layerNormBackward(const NormRecord<Scalar>& record, const Matrix<Scalar>& d_normalized)
{
    assert(
        d_normalized.rows() == record.normalized.rows() && d_normalized.cols() == record.normalized.cols());
    Matrix<Scalar> d_x(d_normalized.rows(), d_normalized.cols());
    for (Eigen::Index i = 0; i < d_x.rows(); ++i) {
        const auto n = record.normalized.row(i);
        const auto d = d_normalized.row(i);
        // Mean and deviation follow x too: moving all of x, or stretching it, changes nothing.
        const Scalar along = n.dot(d) / static_cast<Scalar>(d_x.cols());
        d_x.row(i) = (d.array() - d.mean() - n.array() * along) * record.inverse_deviation(i);
    }
    return d_x;
}

template <typename Scalar>
Matrix<Scalar> rmsNormBackward(const NormRecord<Scalar>& record, const Matrix<Scalar>& d_normalized)
{
    assert(
        d_normalized.rows() == record.normalized.rows() && d_normalized.cols() == record.normalized.cols());
    Matrix<Scalar> d_x(d_normalized.rows(), d_normalized.cols());
    for (Eigen::Index i = 0; i < d_x.rows(); ++i) {
        const auto n = record.normalized.row(i);
        const auto d = d_normalized.row(i);
        const Scalar along = n.dot(d) / static_cast<Scalar>(d_x.cols());
        d_x.row(i) = (d - n * along) * record.inverse_deviation(i);
    }
    return d_x;
}

template void makeRoom(const Matrix<float>&, NormRecord<float>&);
template void makeRoom(const Matrix<double>&, NormRecord<double>&);
template void layerNorm(const Matrix<float>&, float, Eigen::Index, NormRecord<float>&);
template void layerNorm(const Matrix<double>&, double, Eigen::Index, NormRecord<double>&);
template void rmsNorm(const Matrix<float>&, float, Eigen::Index, NormRecord<float>&);
template void rmsNorm(const Matrix<double>&, double, Eigen::Index, NormRecord<double>&);
template Matrix<float> layerNormBackward(const NormRecord<float>&, const Matrix<float>&);
template Matrix<double> layerNormBackward(const NormRecord<double>&, const Matrix<double>&);
template Matrix<float> rmsNormBackward(const NormRecord<float>&, const Matrix<float>&);
template Matrix<double> rmsNormBackward(const NormRecord<double>&, const Matrix<double>&);

} // namespace glassformer
