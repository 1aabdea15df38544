#pragma once

#include "core/model/config.h"
#include "core/model/segments.h"
#include "core/model/weights.h"

#include <span>

namespace glassformer {

/** How tokens enter the model. All matrices [rows, d_model]. */
template <typename Scalar> struct EmbeddingRecord
{
    Matrix<Scalar>
        embedding; ///< table rows, times sqrt(d_model) where the model scales them (paper, section 3.4)
    Matrix<Scalar> position; ///< empty for a model without positions
    Matrix<Scalar> sum;
};

/** first_position: the place of every segment's first token. */
template <typename Scalar>
EmbeddingRecord<Scalar> embed(const ModelConfig& config, const TransformerWeights<Scalar>& weights,
    std::span<const int> ids, const Segments& segments, int first_position = 0);

/** Adds to the gradients of the tables. */
template <typename Scalar>
void embedBackward(const ModelConfig& config, std::span<const int> ids, const Segments& segments,
    const Matrix<Scalar>& d_sum, TransformerWeights<Scalar>& gradients);

} // namespace glassformer
