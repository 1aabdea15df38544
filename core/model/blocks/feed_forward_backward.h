#pragma once

#include "core/model/blocks/feed_forward.h"

namespace glassformer {

/** The derivative of feedForward() with its gate and with what is changed in it. Parameters as there and below. */
template <typename Scalar>
void changedFeedForwardBackward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const LayerControl<Scalar>* control, const FeedForwardRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, FeedForwardWeights<Scalar>& gradients, Matrix<Scalar>& d_x);

} // namespace glassformer
