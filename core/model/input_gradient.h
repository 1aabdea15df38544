#pragma once

#include "core/model/transformer.h"

namespace glassformer {

/**
 * How a scalar answers to the vectors from the embedding table, as they are added to what else enters a stack
 * [rows, d_embedding]; empty for a stack that the model lacks. Where such a vector is itself set from outside, to the one
 * that stands there.
 */
template <typename Scalar> struct InputGradients
{
    Matrix<Scalar> encoder, decoder;
};

/**
 * The derivative of encode, decode and logits by what is read, for every model that has an output, its weights being
 * packed or plain. What is changed from outside at any point of the pass answers to nothing.
 * \param pass  with records of all layers, of a pass without cache
 * \param d_logits  how the scalar answers to the logits
 */
template <typename Scalar>
InputGradients<Scalar> inputGradients(
    const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass, const Matrix<Scalar>& d_logits);

} // namespace glassformer
