#include "core/model/feed_forward.h"

#include "core/model/linear.h"

namespace glassformer {

template <typename Scalar>
FeedForwardRecord<Scalar> feedForward(
    const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights, Activation activation)
{
    FeedForwardRecord<Scalar> record;
    const bool is_gated = !weights.gate.isEmpty();
    record.before = linear(x, is_gated ? weights.gate : weights.hidden);
    activate<Scalar>(activation, record.before, record.hidden);
    if (is_gated) {
        record.linear = linear(x, weights.hidden);
        record.hidden.array() *= record.linear.array();
    }
    record.output = linear(record.hidden, weights.output);
    return record;
}

template FeedForwardRecord<float> feedForward(
    const Matrix<float>&, const FeedForwardWeights<float>&, Activation);
template FeedForwardRecord<double> feedForward(
    const Matrix<double>&, const FeedForwardWeights<double>&, Activation);

} // namespace glassformer
