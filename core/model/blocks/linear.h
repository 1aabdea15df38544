#pragma once

#include "core/model/weights.h"
#include "core/tensor/multiply.h"

#include <algorithm>
#include <initializer_list>
#include <type_traits>
#include <vector>

namespace glassformer {

/** x·W + b for every row of x. */
template <typename Scalar>
Matrix<Scalar> linear(const Matrix<Scalar>& x, const LinearWeights<Scalar>& weights)
{
    if constexpr (std::is_same_v<Scalar, float>) {
        if (weights.packed.size() > 0) {
            Matrix<float> y(x.rows(), weights.packed.cols());
            multiply(x, weights.packed, y, weights.bias.size() > 0 ? weights.bias.data() : nullptr);
            return y;
        }
    }
    Matrix<Scalar> y(x.rows(), weights.weight.cols());
    multiply(x, weights.weight, y);
    if (weights.bias.size() > 0)
        y.rowwise() += weights.bias;
    return y;
}

/** One of several maps of the same rows: y becomes x·W + b. */
template <typename Scalar> struct LinearMap
{
    const LinearWeights<Scalar>& weights;
    Matrix<Scalar>& y;
};

/** Each as linear() computes it. Packed ones are shared out to the threads together, which pays where rows are few. */
template <typename Scalar> void linear(const Matrix<Scalar>& x, std::initializer_list<LinearMap<Scalar>> maps)
{
    if constexpr (std::is_same_v<Scalar, float>) {
        if (std::all_of(maps.begin(), maps.end(),
                [](const LinearMap<float>& map) { return map.weights.packed.size() > 0; })) {
            std::vector<PackedFactor> factors;
            factors.reserve(maps.size());
            for (const auto& [weights, y] : maps) {
                y.resize(x.rows(), weights.packed.cols());
                factors.push_back(
                    {weights.packed, y, weights.bias.size() > 0 ? weights.bias.data() : nullptr});
            }
            multiply(x, factors);
            return;
        }
    }
    for (const auto& [weights, y] : maps)
        y = linear(x, weights);
}

/** d_x = or += d_y·Wᵀ. */
template <typename Scalar>
void linearInputBackward(
    const LinearWeights<Scalar>& weights, const Matrix<Scalar>& d_y, Matrix<Scalar>& d_x, Write write)
{
    if constexpr (std::is_same_v<Scalar, float>) {
        if (weights.packed.size() > 0)
            return multiplyByTransposed(d_y, weights.packed, d_x, write);
    }
    multiplyByTransposed(d_y, weights.weight, d_x, write);
}

/** Adds to the gradients of W and b, where they are wanted: not empty; and writes or adds the gradient of x. */
template <typename Scalar>
void linearBackward(const Matrix<Scalar>& x, const LinearWeights<Scalar>& weights, const Matrix<Scalar>& d_y,
    LinearWeights<Scalar>& gradients, Matrix<Scalar>& d_x, Write write)
{
    if (gradients.weight.size() > 0)
        multiplyTransposedBy(x, d_y, gradients.weight, Write::Add);
    if (gradients.bias.size() > 0)
        gradients.bias += d_y.colwise().sum();
    linearInputBackward(weights, d_y, d_x, write);
}

} // namespace glassformer
