#pragma once

#include "core/model/transformer.h"

namespace glassformer {

/** How a scalar answers to what enters each stack [rows, d_model]; empty for a stack that the model lacks. */
template <typename Scalar> struct InputGradients
{
    Matrix<Scalar> encoder, decoder;
};

/**
 * The derivative of encode, decode and logits by what enters the first layers, for configurations that are trainable and
 * weights that are held plainly.
 * \param d_logits  how the scalar answers to the logits
 */
template <typename Scalar>
InputGradients<Scalar> inputGradients(
    const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass, const Matrix<Scalar>& d_logits);

} // namespace glassformer
