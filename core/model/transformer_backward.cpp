#include "core/model/input_gradient.h"

#include "core/model/blocks/linear.h"

namespace glassformer {
namespace {

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

/**
 * Through the layers of a stack, from its output to what entered it, which is returned; d_memory: null for a stack that
 * reads none.
 */
template <typename Scalar>
Matrix<Scalar> stackBackward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    bool is_decoder, const Matrix<Scalar>& d_output, Matrix<Scalar>* d_memory,
    const AttentionWeightGradients<Scalar>& d_attention, TransformerWeights<Scalar>& gradients,
    GateGradients<Scalar>* gates)
{
    const StackRecord<Scalar>& record = is_decoder ? pass.decoder : pass.encoder;
    const StackWeights<Scalar>& weights = is_decoder ? model.weights.decoder : model.weights.encoder;
    StackWeights<Scalar>& d_weights = is_decoder ? gradients.decoder : gradients.encoder;
    const TokenBatch& tokens = is_decoder ? pass.target : pass.source;
    const auto gate_site =
        is_decoder ? &GateGradients<Scalar>::decoder_self : &GateGradients<Scalar>::encoder;

    Matrix<Scalar> d_stream =
        lastNormBackward(model.config, weights.norm, record.norm, d_output, d_weights.norm);
    for (std::size_t l = record.layers.size(); l-- > 0;) {
        LayerInput<Scalar> input{record.inputOf(l), tokens.segments};
        input.kind = is_decoder ? AttentionKind::Causal : AttentionKind::Bidirectional;
        if (pass.controls)
            input.control = (is_decoder ? pass.controls->decoder : pass.controls->encoder).layer(int(l));
        LayerGradients<Scalar> layer_gradients{d_weights.layers[l]};
        layer_gradients.self_gates = gateOf(gates, gate_site, l);
        if (!is_decoder && !d_attention.encoder.empty())
            layer_gradients.d_self_weights = &d_attention.encoder[l];
        if (d_memory) {
            input.memory = &pass.encoder.output;
            input.memory_segments = &pass.source.segments;
            layer_gradients.memory = d_memory;
            layer_gradients.cross_gates = gateOf(gates, &GateGradients<Scalar>::decoder_cross, l);
            layer_gradients.d_cross_weights = d_attention.cross.empty() ? nullptr : &d_attention.cross[l];
        }
        d_stream = layerBackward<Scalar>(
            model.config, weights.layers[l], input, record.layers[l], d_stream, layer_gradients);
    }
    embedBackward(model.config, {tokens.ids, tokens.segments}, d_stream, gradients, d_weights);
    return d_stream;
}

/** Through both stacks. */
template <typename Scalar>
InputGradients<Scalar> stacksBackward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_logits, const AttentionWeightGradients<Scalar>& d_attention,
    TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates)
{
    InputGradients<Scalar> inputs;
    const bool has_decoder = model.config.hasDecoder();
    const Matrix<Scalar>& last = has_decoder ? pass.decoder.output : pass.encoder.output;
    Matrix<Scalar> d_output = logitsBackward(model, last, d_logits, gradients);
    if (has_decoder) {
        Matrix<Scalar> d_memory =
            Matrix<Scalar>::Zero(pass.encoder.output.rows(), pass.encoder.output.cols());
        inputs.decoder = stackBackward(model, pass, true, d_output,
            model.config.hasEncoder() ? &d_memory : nullptr, d_attention, gradients, gates);
        d_output = std::move(d_memory);
    }
    if (model.config.hasEncoder())
        inputs.encoder =
            stackBackward<Scalar>(model, pass, false, d_output, nullptr, d_attention, gradients, gates);
    return inputs;
}

} // namespace

template <typename Scalar>
void backward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_logits, const AttentionWeightGradients<Scalar>& d_attention,
    TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates)
{
    stacksBackward(model, pass, d_logits, d_attention, gradients, gates);
}

template <typename Scalar>
InputGradients<Scalar> inputGradients(
    const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass, const Matrix<Scalar>& d_logits)
{
    TransformerWeights<Scalar> gradients = zeroWeights<Scalar>(model.config);
    return stacksBackward<Scalar>(model, pass, d_logits, {}, gradients, nullptr);
}

template void backward(const Transformer<float>&, const ForwardPass<float>&, const Matrix<float>&,
    const AttentionWeightGradients<float>&, TransformerWeights<float>&, GateGradients<float>*);
template void backward(const Transformer<double>&, const ForwardPass<double>&, const Matrix<double>&,
    const AttentionWeightGradients<double>&, TransformerWeights<double>&, GateGradients<double>*);
template InputGradients<float> inputGradients(
    const Transformer<float>&, const ForwardPass<float>&, const Matrix<float>&);
template InputGradients<double> inputGradients(
    const Transformer<double>&, const ForwardPass<double>&, const Matrix<double>&);

} // namespace glassformer
