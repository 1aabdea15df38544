#include "core/model/blocks/feed_forward_backward.h"

#include "core/model/blocks/linear.h"
#include "core/model/changes/change_backward.h"

namespace glassformer {
namespace {

template <typename Scalar>
void stopAt(LayerPart part, const LayerControl<Scalar>* control, Matrix<Scalar>& gradient)
{
    if (control)
        applyChangesBackward<Scalar>(control->at(part), gradient, 0);
}

/** From hidden = activation(before) * linear to what comes by `linear`; d_hidden becomes that of the activation. */
template <typename Scalar>
void ungate(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights, Activation activation,
    const FeedForwardRecord<Scalar>& record, Matrix<Scalar>& d_hidden, FeedForwardWeights<Scalar>& gradients,
    Matrix<Scalar>& d_x)
{
    Matrix<Scalar> gate = record.gate;
    if (gate.size() == 0)
        activate<Scalar>(activation, record.before, gate);
    const Matrix<Scalar> d_linear = d_hidden.cwiseProduct(gate);
    linearBackward(x, weights.hidden, d_linear, gradients.hidden, d_x, Write::Add);
    d_hidden.array() *= record.linear.array();
}

} // namespace

template <typename Scalar>
void changedFeedForwardBackward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const LayerControl<Scalar>* control, const FeedForwardRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, FeedForwardWeights<Scalar>& gradients, Matrix<Scalar>& d_x)
{
    Matrix<Scalar> d_sum = d_output;
    stopAt(LayerPart::FeedForwardOutput, control, d_sum);
    Matrix<Scalar> d_hidden(record.hidden.rows(), record.hidden.cols());
    linearBackward(record.hidden, weights.output, d_sum, gradients.output, d_hidden, Write::Replace);
    stopAt(LayerPart::FeedForwardHidden, control, d_hidden);
    const bool is_gated = !weights.gate.isEmpty();
    if (is_gated) {
        ungate(x, weights, activation, record, d_hidden, gradients, d_x);
        stopAt(LayerPart::FeedForwardGate, control, d_hidden);
    }
    activateBackward<Scalar>(activation, record.before, d_hidden);
    linearBackward(x, is_gated ? weights.gate : weights.hidden, d_hidden,
        is_gated ? gradients.gate : gradients.hidden, d_x, Write::Add);
}

template <typename Scalar>
void feedForwardBackward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const FeedForwardRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    FeedForwardWeights<Scalar>& gradients, Matrix<Scalar>& d_x)
{
    changedFeedForwardBackward<Scalar>(x, weights, activation, nullptr, record, d_output, gradients, d_x);
}

#define GLASSFORMER_FEED_FORWARD_BACKWARD(Scalar)                                                            \
    template void changedFeedForwardBackward(const Matrix<Scalar>&, const FeedForwardWeights<Scalar>&,       \
        Activation, const LayerControl<Scalar>*, const FeedForwardRecord<Scalar>&, const Matrix<Scalar>&,    \
        FeedForwardWeights<Scalar>&, Matrix<Scalar>&);                                                       \
    template void feedForwardBackward(const Matrix<Scalar>&, const FeedForwardWeights<Scalar>&, Activation,  \
        const FeedForwardRecord<Scalar>&, const Matrix<Scalar>&, FeedForwardWeights<Scalar>&,                \
        Matrix<Scalar>&)

GLASSFORMER_FEED_FORWARD_BACKWARD(float);
GLASSFORMER_FEED_FORWARD_BACKWARD(double);

} // namespace glassformer
