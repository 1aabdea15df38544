#pragma once

#include "core/model/config/config.h"
#include "core/model/weights.h"
#include "core/tensor/norm.h"
#include "core/tensor/parallel.h"

namespace glassformer {

/** The model's norm of every row, with gain and bias. */
template <typename Scalar>
Matrix<Scalar> normalize(const ModelConfig& config, const Matrix<Scalar>& x,
    const NormWeights<Scalar>& weights, NormRecord<Scalar>& record)
{
    const auto epsilon = static_cast<Scalar>(config.norm_epsilon);
    makeRoom(x, record);
    Matrix<Scalar> y(x.rows(), x.cols());
    parallelRows(x.rows(), x.cols(), [&](Eigen::Index first, Eigen::Index count) {
        for (Eigen::Index i = first; i < first + count; ++i) {
            if (config.norm_kind == NormKind::Layer)
                layerNorm(x, epsilon, i, record);
            else
                rmsNorm(x, epsilon, i, record);
            if (weights.bias.size() > 0)
                y.row(i) = record.normalized.row(i).cwiseProduct(weights.gain) + weights.bias;
            else
                y.row(i) = record.normalized.row(i).cwiseProduct(weights.gain);
        }
    });
    return y;
}

/** Adds to the gradients of gain and bias; returns the gradient of x. */
template <typename Scalar>
Matrix<Scalar> normalizeBackward(const ModelConfig& config, const NormWeights<Scalar>& weights,
    const NormRecord<Scalar>& record, const Matrix<Scalar>& d_y, NormWeights<Scalar>& gradients)
{
    gradients.gain += d_y.cwiseProduct(record.normalized).colwise().sum();
    if (weights.bias.size() > 0)
        gradients.bias += d_y.colwise().sum();
    const Matrix<Scalar> d_normalized = d_y.array().rowwise() * weights.gain.array();
    return config.norm_kind == NormKind::Layer ? layerNormBackward(record, d_normalized)
                                               : rmsNormBackward(record, d_normalized);
}

} // namespace glassformer
