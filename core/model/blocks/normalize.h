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
    if (config.norm_kind == NormKind::Layer)
        layerNorm(x, epsilon, record);
    else
        rmsNorm(x, epsilon, record);
    Matrix<Scalar> y(x.rows(), x.cols());
    parallelRows(x.rows(), x.cols(), [&](Eigen::Index first, Eigen::Index count) {
        auto rows = y.middleRows(first, count);
        const auto normalized = record.normalized.middleRows(first, count).array().rowwise();
        if (weights.bias.size() > 0)
            rows = (normalized * weights.gain.array()).rowwise() + weights.bias.array();
        else
            rows = normalized * weights.gain.array();
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
