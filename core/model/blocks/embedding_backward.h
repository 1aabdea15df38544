#pragma once

#include "core/model/blocks/embedding.h"

namespace glassformer {

/**
 * The derivative of what embed() does behind the sum: norm and projection, and what is changed there.
 * \param d_entered  of what the first layer reads [rows, d_model]
 * \param gradients  of the norm, added to
 * \return of the sum, and so of each vector in it [rows, d_embedding]
 */
template <typename Scalar>
Matrix<Scalar> enteredBackward(const ModelConfig& config, const TransformerWeights<Scalar>& weights,
    const StackWeights<Scalar>& stack, const EmbeddingRecord<Scalar>& record,
    const StackControl<Scalar>* control, Matrix<Scalar> d_entered, StackWeights<Scalar>& gradients);

} // namespace glassformer
