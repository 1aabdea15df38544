#include "core/model/transformer.h"

#include "core/model/linear.h"

namespace glassformer {
namespace {

template <typename Scalar>
const AttentionControl<Scalar>* controlOf(const Controls<Scalar>* controls,
    std::vector<AttentionControl<Scalar>> Controls<Scalar>::*site, std::size_t layer)
{
    return controls && !(controls->*site).empty() ? &(controls->*site)[layer] : nullptr;
}

template <typename Scalar>
RowVector<Scalar>* gateOf(GateGradients<Scalar>* gates,
    std::vector<RowVector<Scalar>> GateGradients<Scalar>::*site, std::size_t layer)
{
    return gates && !(gates->*site).empty() ? &(gates->*site)[layer] : nullptr;
}

template <typename Scalar>
Matrix<Scalar> lastNormBackward(const ModelConfig& config, const NormWeights<Scalar>& weights,
    const NormRecord<Scalar>& record, const Matrix<Scalar>& d_output, NormWeights<Scalar>& gradients)
{
    return config.norm_placement == NormPlacement::Before
        ? normalizeBackward(config, weights, record, d_output, gradients)
        : d_output;
}

/** From the logits to the decoder's output. */
template <typename Scalar>
Matrix<Scalar> logitsBackward(const Transformer<Scalar>& model, const Matrix<Scalar>& decoder_output,
    const Matrix<Scalar>& d_logits, TransformerWeights<Scalar>& gradients)
{
    Matrix<Scalar> d_output(decoder_output.rows(), decoder_output.cols());
    if (!model.config.tied_output) {
        linearBackward(
            decoder_output, model.weights.output, d_logits, gradients.output, d_output, Write::Replace);
        return d_output;
    }
    multiply(d_logits, model.weights.embedding, d_output);
    multiplyTransposedBy(d_logits, decoder_output, gradients.embedding, Write::Add);
    return d_output;
}

/** Through the decoder stack; returns the gradient of the encoder's output. */
template <typename Scalar>
Matrix<Scalar> decoderBackward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_output, const CrossWeightGradients<Scalar>& d_cross_weights,
    TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates)
{
    const DecoderRecord<Scalar>& record = pass.decoder;
    Matrix<Scalar> d_memory = Matrix<Scalar>::Zero(pass.encoder.output.rows(), pass.encoder.output.cols());
    Matrix<Scalar> d_stream = lastNormBackward(
        model.config, model.weights.decoder_norm, record.norm, d_output, gradients.decoder_norm);
    for (std::size_t l = record.layers.size(); l-- > 0;) {
        const Matrix<Scalar>& x = l == 0 ? record.embedding.sum : record.layers[l - 1].output();
        d_stream = decoderLayerBackward<Scalar>(model.config, model.weights.decoder[l],
            {x, pass.target.segments, pass.encoder.output, pass.source.segments,
                controlOf(pass.controls, &Controls<Scalar>::decoder_self, l),
                controlOf(pass.controls, &Controls<Scalar>::decoder_cross, l)},
            record.layers[l], d_stream,
            {gradients.decoder[l], d_memory, gateOf(gates, &GateGradients<Scalar>::decoder_self, l),
                gateOf(gates, &GateGradients<Scalar>::decoder_cross, l),
                d_cross_weights.empty() ? nullptr : &d_cross_weights[l]});
    }
    embedBackward(model.config, pass.target.ids, pass.target.segments, d_stream, gradients);
    return d_memory;
}

template <typename Scalar>
void encoderBackward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_output, TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates)
{
    const EncoderRecord<Scalar>& record = pass.encoder;
    Matrix<Scalar> d_stream = lastNormBackward(
        model.config, model.weights.encoder_norm, record.norm, d_output, gradients.encoder_norm);
    for (std::size_t l = record.layers.size(); l-- > 0;) {
        const Matrix<Scalar>& x = l == 0 ? record.embedding.sum : record.layers[l - 1].output();
        d_stream = encoderLayerBackward<Scalar>(model.config, model.weights.encoder[l],
            {x, pass.source.segments, controlOf(pass.controls, &Controls<Scalar>::encoder, l)},
            record.layers[l], d_stream, gradients.encoder[l],
            gateOf(gates, &GateGradients<Scalar>::encoder, l));
    }
    embedBackward(model.config, pass.source.ids, pass.source.segments, d_stream, gradients);
}

} // namespace

template <typename Scalar>
void backward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_logits, const CrossWeightGradients<Scalar>& d_cross_weights,
    TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates)
{
    const Matrix<Scalar> d_output = logitsBackward(model, pass.decoder.output, d_logits, gradients);
    const Matrix<Scalar> d_memory = decoderBackward(model, pass, d_output, d_cross_weights, gradients, gates);
    encoderBackward(model, pass, d_memory, gradients, gates);
}

template void backward(const Transformer<float>&, const ForwardPass<float>&, const Matrix<float>&,
    const CrossWeightGradients<float>&, TransformerWeights<float>&, GateGradients<float>*);
template void backward(const Transformer<double>&, const ForwardPass<double>&, const Matrix<double>&,
    const CrossWeightGradients<double>&, TransformerWeights<double>&, GateGradients<double>*);

} // namespace glassformer
