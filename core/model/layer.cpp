#include "core/model/layer.h"

namespace glassformer {
namespace {

/** The part of a sub-layer in front of its block. */
template <typename Scalar>
SublayerRecord<Scalar> enter(
    const ModelConfig& config, const Matrix<Scalar>& x, const NormWeights<Scalar>& norm)
{
    SublayerRecord<Scalar> record;
    record.input =
        config.norm_placement == NormPlacement::Before ? normalize(config, x, norm, record.norm) : x;
    return record;
}

/** The part behind it: add, and norm where it comes after. */
template <typename Scalar>
void leave(const ModelConfig& config, const Matrix<Scalar>& x, const Matrix<Scalar>& block_output,
    const NormWeights<Scalar>& norm, SublayerRecord<Scalar>& record)
{
    const Matrix<Scalar> sum = x + block_output;
    record.residual =
        config.norm_placement == NormPlacement::After ? normalize(config, sum, norm, record.norm) : sum;
}

} // namespace

template <typename Scalar>
EncoderLayerRecord<Scalar> encoderLayer(const ModelConfig& config, const EncoderLayerWeights<Scalar>& weights,
    const EncoderLayerInput<Scalar>& input)
{
    EncoderLayerRecord<Scalar> record;
    record.attention_sublayer = enter(config, input.x, weights.attention_norm);
    const Matrix<Scalar>& from = record.attention_sublayer.input;
    record.attention = attention<Scalar>(
        {from, from, input.segments, input.segments, false, input.control, input.keep_scores},
        weights.attention, config.n_heads);
    leave(config, input.x, record.attention.output, weights.attention_norm, record.attention_sublayer);

    const Matrix<Scalar>& stream = record.attention_sublayer.residual;
    record.feed_forward_sublayer = enter(config, stream, weights.feed_forward_norm);
    record.feed_forward =
        feedForward(record.feed_forward_sublayer.input, weights.feed_forward, config.activation);
    leave(
        config, stream, record.feed_forward.output, weights.feed_forward_norm, record.feed_forward_sublayer);
    return record;
}

template <typename Scalar>
DecoderLayerRecord<Scalar> decoderLayer(const ModelConfig& config, const DecoderLayerWeights<Scalar>& weights,
    const DecoderLayerInput<Scalar>& input)
{
    DecoderLayerRecord<Scalar> record;
    record.attention_sublayer = enter(config, input.x, weights.attention_norm);
    const Matrix<Scalar>& from = record.attention_sublayer.input;
    record.attention =
        attention<Scalar>({from, from, input.segments, input.segments, true, input.self_control,
                              input.keep_scores, input.cache ? &input.cache->self : nullptr, input.first_row},
            weights.attention, config.n_heads);
    leave(config, input.x, record.attention.output, weights.attention_norm, record.attention_sublayer);

    const Matrix<Scalar>& after_self = record.attention_sublayer.residual;
    record.cross_attention_sublayer = enter(config, after_self, weights.cross_attention_norm);
    record.cross_attention =
        attention<Scalar>({record.cross_attention_sublayer.input, input.memory, input.segments,
                              input.memory_segments, false, input.cross_control, input.keep_scores,
                              input.cache ? &input.cache->cross : nullptr, input.first_row},
            weights.cross_attention, config.n_heads);
    leave(config, after_self, record.cross_attention.output, weights.cross_attention_norm,
        record.cross_attention_sublayer);

    const Matrix<Scalar>& after_cross = record.cross_attention_sublayer.residual;
    record.feed_forward_sublayer = enter(config, after_cross, weights.feed_forward_norm);
    record.feed_forward =
        feedForward(record.feed_forward_sublayer.input, weights.feed_forward, config.activation);
    leave(config, after_cross, record.feed_forward.output, weights.feed_forward_norm,
        record.feed_forward_sublayer);
    return record;
}

template EncoderLayerRecord<float> encoderLayer(
    const ModelConfig&, const EncoderLayerWeights<float>&, const EncoderLayerInput<float>&);
template EncoderLayerRecord<double> encoderLayer(
    const ModelConfig&, const EncoderLayerWeights<double>&, const EncoderLayerInput<double>&);
template DecoderLayerRecord<float> decoderLayer(
    const ModelConfig&, const DecoderLayerWeights<float>&, const DecoderLayerInput<float>&);
template DecoderLayerRecord<double> decoderLayer(
    const ModelConfig&, const DecoderLayerWeights<double>&, const DecoderLayerInput<double>&);

} // namespace glassformer
