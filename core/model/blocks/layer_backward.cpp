#include "core/model/blocks/layer.h"

#include "core/model/blocks/feed_forward_backward.h"
#include "core/model/changes/change_backward.h"

namespace glassformer {
namespace {

/** No gradient passes where numbers of a record of the layer are set. */
template <typename Scalar>
void stopAt(LayerPart part, const LayerInput<Scalar>& input, Matrix<Scalar>& gradient)
{
    if (input.control)
        applyChangesBackward<Scalar>(input.control->at(part), gradient, input.first_row);
}

/**
 * Undoes leave(): from the gradient of what the sub-layer passed on to the gradient of x + f(input), which is the
 * gradient of both x (by the residual) and the block's output.
 */
template <typename Scalar>
Matrix<Scalar> leaveBackward(const ModelConfig& config, const NormWeights<Scalar>& norm,
    const SublayerRecord<Scalar>& record, const Matrix<Scalar>& d_residual, NormWeights<Scalar>& gradients)
{
    return config.norm_placement == NormPlacement::After
        ? normalizeBackward(config, norm, record.norm, d_residual, gradients)
        : d_residual;
}

/** Undoes enter(): adds the gradient that comes through the block's input to that of x. */
template <typename Scalar>
void enterBackward(const ModelConfig& config, const NormWeights<Scalar>& norm,
    const SublayerRecord<Scalar>& record, const Matrix<Scalar>& d_input, NormWeights<Scalar>& gradients,
    Matrix<Scalar>& d_x)
{
    if (config.norm_placement == NormPlacement::Before)
        d_x += normalizeBackward(config, norm, record.norm, d_input, gradients);
    else
        d_x += d_input;
}

/** From the gradient of what the sub-layer passed on to that of what it read. */
template <typename Scalar>
Matrix<Scalar> feedForwardSublayerBackward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerInput<Scalar>& input, const LayerRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    LayerWeights<Scalar>& gradients)
{
    const SublayerRecord<Scalar>& sublayer = record.feed_forward_sublayer;
    Matrix<Scalar> d_x =
        leaveBackward(config, weights.feed_forward_norm, sublayer, d_output, gradients.feed_forward_norm);
    Matrix<Scalar> d_input = Matrix<Scalar>::Zero(d_x.rows(), d_x.cols());
    if (input.control)
        changedFeedForwardBackward(sublayer.input, weights.feed_forward, config.activation, input.control,
            record.feed_forward, d_x, gradients.feed_forward, d_input);
    else
        feedForwardBackward(sublayer.input, weights.feed_forward, config.activation, record.feed_forward, d_x,
            gradients.feed_forward, d_input);
    stopAt(LayerPart::FeedForwardInput, input, d_input);
    enterBackward(config, weights.feed_forward_norm, sublayer, d_input, gradients.feed_forward_norm, d_x);
    return d_x;
}

template <typename Scalar>
Matrix<Scalar> crossAttentionSublayerBackward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerInput<Scalar>& input, const LayerRecord<Scalar>& record, Matrix<Scalar> d_output,
    LayerGradients<Scalar>& gradients)
{
    stopAt(LayerPart::CrossAttentionResidual, input, d_output);
    const SublayerRecord<Scalar>& sublayer = record.cross_attention_sublayer;
    NormWeights<Scalar>& d_norm = gradients.weights.cross_attention_norm;
    Matrix<Scalar> d_x = leaveBackward(config, weights.cross_attention_norm, sublayer, d_output, d_norm);
    Matrix<Scalar> d_input = Matrix<Scalar>::Zero(d_x.rows(), d_x.cols());
    attentionBackward<Scalar>(config, weights.cross_attention,
        {sublayer.input, *input.memory, input.segments, *input.memory_segments, AttentionKind::Cross,
            input.crossControl()},
        record.cross_attention, d_x,
        {gradients.weights.cross_attention, d_input, *gradients.memory, gradients.cross_gates,
            gradients.d_cross_weights});
    stopAt(LayerPart::CrossAttentionInput, input, d_input);
    enterBackward(config, weights.cross_attention_norm, sublayer, d_input, d_norm, d_x);
    return d_x;
}

template <typename Scalar>
Matrix<Scalar> selfAttentionSublayerBackward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerInput<Scalar>& input, const LayerRecord<Scalar>& record, Matrix<Scalar> d_output,
    LayerGradients<Scalar>& gradients)
{
    stopAt(LayerPart::AttentionResidual, input, d_output);
    const SublayerRecord<Scalar>& sublayer = record.attention_sublayer;
    NormWeights<Scalar>& d_norm = gradients.weights.attention_norm;
    Matrix<Scalar> d_x = leaveBackward(config, weights.attention_norm, sublayer, d_output, d_norm);
    Matrix<Scalar> d_input = Matrix<Scalar>::Zero(d_x.rows(), d_x.cols());
    attentionBackward<Scalar>(config, weights.attention,
        {sublayer.input, sublayer.input, input.segments, input.segments, input.kind, input.selfControl(),
            false, nullptr, false, input.first_row, nullptr, input.window, input.relative_bias, input.places},
        record.attention, d_x,
        {gradients.weights.attention, d_input, d_input, gradients.self_gates, gradients.d_self_weights});
    stopAt(LayerPart::AttentionInput, input, d_input);
    enterBackward(config, weights.attention_norm, sublayer, d_input, d_norm, d_x);
    return d_x;
}

} // namespace

template <typename Scalar>
Matrix<Scalar> layerBackward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerInput<Scalar>& input, const LayerRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    LayerGradients<Scalar> gradients)
{
    Matrix<Scalar> d_passed = d_output;
    stopAt(LayerPart::Output, input, d_passed);
    const bool is_off = input.control && input.control->is_off;
    // A layer that is off passes its input on; a loss on its attention weights comes through it all the same.
    Matrix<Scalar> d_stream =
        is_off ? Matrix<Scalar>(Matrix<Scalar>::Zero(d_passed.rows(), d_passed.cols())) : d_passed;
    d_stream = feedForwardSublayerBackward(config, weights, input, record, d_stream, gradients.weights);
    if (input.memory)
        d_stream = crossAttentionSublayerBackward(config, weights, input, record, d_stream, gradients);
    d_stream = selfAttentionSublayerBackward(config, weights, input, record, d_stream, gradients);
    return is_off ? Matrix<Scalar>(d_stream + d_passed) : d_stream;
}

template Matrix<float> layerBackward(const ModelConfig&, const LayerWeights<float>&, const LayerInput<float>&,
    const LayerRecord<float>&, const Matrix<float>&, LayerGradients<float>);
template Matrix<double> layerBackward(const ModelConfig&, const LayerWeights<double>&,
    const LayerInput<double>&, const LayerRecord<double>&, const Matrix<double>&, LayerGradients<double>);

} // namespace glassformer
