#include "core/model/layer.h"

namespace glassformer {
namespace {

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

template <typename Scalar>
Matrix<Scalar> feedForwardSublayerBackward(const ModelConfig& config, const NormWeights<Scalar>& norm,
    const FeedForwardWeights<Scalar>& weights, const SublayerRecord<Scalar>& sublayer,
    const FeedForwardRecord<Scalar>& record, const Matrix<Scalar>& d_output, NormWeights<Scalar>& d_norm,
    FeedForwardWeights<Scalar>& gradients)
{
    Matrix<Scalar> d_x = leaveBackward(config, norm, sublayer, d_output, d_norm);
    Matrix<Scalar> d_input = Matrix<Scalar>::Zero(d_x.rows(), d_x.cols());
    feedForwardBackward(sublayer.input, weights, config.activation, record, d_x, gradients, d_input);
    enterBackward(config, norm, sublayer, d_input, d_norm, d_x);
    return d_x;
}

template <typename Scalar>
Matrix<Scalar> selfAttentionSublayerBackward(const ModelConfig& config, const NormWeights<Scalar>& norm,
    const AttentionWeights<Scalar>& weights, const SublayerRecord<Scalar>& sublayer,
    const AttentionInput<Scalar>& input, const AttentionRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, NormWeights<Scalar>& d_norm, AttentionWeights<Scalar>& gradients,
    RowVector<Scalar>* d_gates)
{
    Matrix<Scalar> d_x = leaveBackward(config, norm, sublayer, d_output, d_norm);
    Matrix<Scalar> d_input = Matrix<Scalar>::Zero(d_x.rows(), d_x.cols());
    attentionBackward<Scalar>(
        input, weights, config.n_heads, record, d_x, {gradients, d_input, d_input, d_gates});
    enterBackward(config, norm, sublayer, d_input, d_norm, d_x);
    return d_x;
}

} // namespace

template <typename Scalar>
Matrix<Scalar> encoderLayerBackward(const ModelConfig& config, const EncoderLayerWeights<Scalar>& weights,
    const EncoderLayerInput<Scalar>& input, const EncoderLayerRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, EncoderLayerWeights<Scalar>& gradients, RowVector<Scalar>* d_gates)
{
    const Matrix<Scalar> d_stream = feedForwardSublayerBackward(config, weights.feed_forward_norm,
        weights.feed_forward, record.feed_forward_sublayer, record.feed_forward, d_output,
        gradients.feed_forward_norm, gradients.feed_forward);
    const Matrix<Scalar>& from = record.attention_sublayer.input;
    return selfAttentionSublayerBackward<Scalar>(config, weights.attention_norm, weights.attention,
        record.attention_sublayer, {from, from, input.segments, input.segments, false, input.control},
        record.attention, d_stream, gradients.attention_norm, gradients.attention, d_gates);
}

template <typename Scalar>
Matrix<Scalar> decoderLayerBackward(const ModelConfig& config, const DecoderLayerWeights<Scalar>& weights,
    const DecoderLayerInput<Scalar>& input, const DecoderLayerRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, DecoderLayerGradients<Scalar> gradients)
{
    const Matrix<Scalar> d_after_cross = feedForwardSublayerBackward(config, weights.feed_forward_norm,
        weights.feed_forward, record.feed_forward_sublayer, record.feed_forward, d_output,
        gradients.weights.feed_forward_norm, gradients.weights.feed_forward);

    Matrix<Scalar> d_after_self = leaveBackward(config, weights.cross_attention_norm,
        record.cross_attention_sublayer, d_after_cross, gradients.weights.cross_attention_norm);
    Matrix<Scalar> d_cross_input = Matrix<Scalar>::Zero(d_after_self.rows(), d_after_self.cols());
    attentionBackward<Scalar>({record.cross_attention_sublayer.input, input.memory, input.segments,
                                  input.memory_segments, false, input.cross_control},
        weights.cross_attention, config.n_heads, record.cross_attention, d_after_self,
        {gradients.weights.cross_attention, d_cross_input, gradients.memory, gradients.cross_gates,
            gradients.d_cross_weights});
    enterBackward(config, weights.cross_attention_norm, record.cross_attention_sublayer, d_cross_input,
        gradients.weights.cross_attention_norm, d_after_self);

    const Matrix<Scalar>& from = record.attention_sublayer.input;
    return selfAttentionSublayerBackward<Scalar>(config, weights.attention_norm, weights.attention,
        record.attention_sublayer, {from, from, input.segments, input.segments, true, input.self_control},
        record.attention, d_after_self, gradients.weights.attention_norm, gradients.weights.attention,
        gradients.self_gates);
}

template Matrix<float> encoderLayerBackward(const ModelConfig&, const EncoderLayerWeights<float>&,
    const EncoderLayerInput<float>&, const EncoderLayerRecord<float>&, const Matrix<float>&,
    EncoderLayerWeights<float>&, RowVector<float>*);
template Matrix<double> encoderLayerBackward(const ModelConfig&, const EncoderLayerWeights<double>&,
    const EncoderLayerInput<double>&, const EncoderLayerRecord<double>&, const Matrix<double>&,
    EncoderLayerWeights<double>&, RowVector<double>*);
template Matrix<float> decoderLayerBackward(const ModelConfig&, const DecoderLayerWeights<float>&,
    const DecoderLayerInput<float>&, const DecoderLayerRecord<float>&, const Matrix<float>&,
    DecoderLayerGradients<float>);
template Matrix<double> decoderLayerBackward(const ModelConfig&, const DecoderLayerWeights<double>&,
    const DecoderLayerInput<double>&, const DecoderLayerRecord<double>&, const Matrix<double>&,
    DecoderLayerGradients<double>);

} // namespace glassformer
