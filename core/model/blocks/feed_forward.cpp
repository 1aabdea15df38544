#include "core/model/blocks/feed_forward.h"

#include "core/model/blocks/linear.h"
#include "core/tensor/activation.h"
#include "core/tensor/parallel.h"

namespace glassformer {

template <typename Scalar>
FeedForwardRecord<Scalar> feedForward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const LayerControl<Scalar>* control, int first_row)
{
    const auto change = [&](LayerPart part, Matrix<Scalar>& rows) {
        if (control)
            applyChanges<Scalar>(control->at(part), rows, first_row);
    };
    FeedForwardRecord<Scalar> record;
    const bool is_gated = !weights.gate.isEmpty();
    if (is_gated)
        linear<Scalar>(x, {{weights.gate, record.before}, {weights.hidden, record.linear}});
    else
        record.before = linear(x, weights.hidden);
    const bool is_gate_changed = is_gated && control && control->at(LayerPart::FeedForwardGate);
    record.hidden.resize(x.rows(), record.before.cols());
    parallelRows(x.rows(), record.hidden.cols(), [&](Eigen::Index first, Eigen::Index count) {
        auto hidden = record.hidden.middleRows(first, count);
        activateBlock<Scalar>(activation, record.before.middleRows(first, count), hidden);
        if (is_gated && !is_gate_changed)
            hidden.array() *= record.linear.middleRows(first, count).array();
    });
    if (is_gate_changed) {
        change(LayerPart::FeedForwardGate, record.hidden);
        record.gate = record.hidden;
        record.hidden.array() *= record.linear.array();
    }
    change(LayerPart::FeedForwardHidden, record.hidden);
    record.output = linear(record.hidden, weights.output);
    change(LayerPart::FeedForwardOutput, record.output);
    return record;
}

template FeedForwardRecord<float> feedForward(
    const Matrix<float>&, const FeedForwardWeights<float>&, Activation, const LayerControl<float>*, int);
template FeedForwardRecord<double> feedForward(
    const Matrix<double>&, const FeedForwardWeights<double>&, Activation, const LayerControl<double>*, int);

} // namespace glassformer
