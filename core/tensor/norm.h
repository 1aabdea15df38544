#pragma once

#include "core/tensor/matrix.h"

namespace glassformer {

/** What the derivative of a norm needs: the rows before gain and bias, and 1 / (deviation or root mean
 * square). */
template <typename Scalar> struct NormRecord
{
    Matrix<Scalar> normalized;
    Eigen::Matrix<Scalar, Eigen::Dynamic, 1> inverse_deviation;
};

/** Room for the norms of all rows of x; one that is there already for the same shape stays. */
template <typename Scalar> void makeRoom(const Matrix<Scalar>& x, NormRecord<Scalar>& record);

/**
 * Layer norm of a row of x, before gain and bias: (x - mean) / sqrt(variance + epsilon), where the variance divides by
 * the number of columns (Ba et al. 2016).
 * \param record  has room for all rows; several threads may fill different ones at the same time
 */
template <typename Scalar>
void layerNorm(const Matrix<Scalar>& x, Scalar epsilon, Eigen::Index row, NormRecord<Scalar>& record);

/** Root-mean-square norm likewise, before the gain: x / sqrt(mean(x²) + epsilon) (Zhang & Sennrich 2019). */
template <typename Scalar>
void rmsNorm(const Matrix<Scalar>& x, Scalar epsilon, Eigen::Index row, NormRecord<Scalar>& record);

/** Gradient of x from that of the normalized rows. */
template <typename Scalar>
Matrix<Scalar> layerNormBackward(const NormRecord<Scalar>& record, const Matrix<Scalar>& d_normalized);
template <typename Scalar>
Matrix<Scalar> rmsNormBackward(const NormRecord<Scalar>& record, const Matrix<Scalar>& d_normalized);

} // namespace glassformer
