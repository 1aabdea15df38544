#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <string>
#include <vector>

namespace glassformer {

/**
 * Dense matrix, one row per token: row-major, so that a token's vector is contiguous and the bytes are those of
 * a safetensors file. Scalar is float everywhere except where gradients are checked (double).
 */
template <typename Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/** One row: a bias, a gain, one token's vector. */
template <typename Scalar> using RowVector = Eigen::Matrix<Scalar, 1, Eigen::Dynamic, Eigen::RowMajor>;

/** A named array as files and traces hold it: shape and row-major float32 values. */
struct Tensor
{
    std::vector<std::int64_t> shape; ///< product equals values.size(); an empty shape is one number
    std::vector<float> values;

    bool operator==(const Tensor&) const = default;
};

/** "[4, 14, 14]", as error messages and the inspector print it. */
std::string shapeText(const std::vector<std::int64_t>& shape);

} // namespace glassformer
