#include "core/model/input_gradient.h"

#include "core/model/blocks/embedding_backward.h"
#include "core/model/blocks/linear.h"
#include "core/model/changes/change_backward.h"
#include "core/model/stack_pass.h"

#include <cmath>

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

/** From the logits to what the output projection reads, unless that is scaled. */
template <typename Scalar>
Matrix<Scalar> projectionBackward(const Transformer<Scalar>& model, const Matrix<Scalar>& last,
    const Matrix<Scalar>& d_logits, TransformerWeights<Scalar>& gradients)
{
    Matrix<Scalar> d_state(last.rows(), model.config.embeddingWidth());
    if (!model.weights.output.isEmpty()) {
        linearBackward(last, model.weights.output, d_logits, gradients.output, d_state, Write::Replace);
        return d_state;
    }
    multiply(d_logits, model.weights.embedding, d_state);
    if (gradients.embedding.size() > 0)
        multiplyTransposedBy(d_logits, last, gradients.embedding, Write::Add);
    return d_state;
}

/** Through dense layer, activation and norm in front of the projection. */
template <typename Scalar>
Matrix<Scalar> transformBackward(const Transformer<Scalar>& model, const Matrix<Scalar>& last,
    Matrix<Scalar> d_state, TransformerWeights<Scalar>& gradients)
{
    const TransformerWeights<Scalar>& weights = model.weights;
    const Matrix<Scalar> before = linear(last, weights.output_transform);
    Matrix<Scalar> activated;
    activate<Scalar>(model.config.activation, before, activated);
    NormRecord<Scalar> record;
    normalize(model.config, activated, weights.output_norm, record);
    d_state = normalizeBackward(model.config, weights.output_norm, record, d_state, gradients.output_norm);
    activateBackward<Scalar>(model.config.activation, before, d_state);
    Matrix<Scalar> d_last(last.rows(), last.cols());
    linearBackward(
        last, weights.output_transform, d_state, gradients.output_transform, d_last, Write::Replace);
    return d_last;
}

/** From the logits to the output of the last stack. */
template <typename Scalar>
Matrix<Scalar> logitsBackward(const Transformer<Scalar>& model, const Controls<Scalar>* controls,
    const Matrix<Scalar>& last, Matrix<Scalar> d_logits, TransformerWeights<Scalar>& gradients)
{
    if (controls)
        applyChangesBackward<Scalar>(&controls->logits, d_logits, 0);
    Matrix<Scalar> d_state = projectionBackward(model, last, d_logits, gradients);
    if (model.config.scale_output)
        d_state *= Scalar(1) / std::sqrt(static_cast<Scalar>(model.config.d_model));
    if (!model.config.output_transform)
        return d_state;
    if (controls)
        applyChangesBackward<Scalar>(&controls->output_state, d_state, 0);
    return transformBackward(model, last, std::move(d_state), gradients);
}

/**
 * Through the layers of a stack, from its output to the sum of the vectors that entered it, which is returned; d_memory:
 * null for a stack that reads none.
 */
template <typename Scalar>
Matrix<Scalar> stackBackward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    bool is_decoder, Matrix<Scalar> d_output, Matrix<Scalar>* d_memory,
    const AttentionWeightGradients<Scalar>& d_attention, TransformerWeights<Scalar>& gradients,
    GateGradients<Scalar>* gates)
{
    const StackRecord<Scalar>& record = is_decoder ? pass.decoder : pass.encoder;
    StackWeights<Scalar>& d_weights = is_decoder ? gradients.decoder : gradients.encoder;
    const TokenBatch& tokens = is_decoder ? pass.target : pass.source;
    const auto gate_site =
        is_decoder ? &GateGradients<Scalar>::decoder_self : &GateGradients<Scalar>::encoder;
    const PassOptions<Scalar> options{pass.controls};
    const Memory<Scalar> memory{pass.encoder.output, pass.source.segments};
    const StackPass<Scalar> stack{model, is_decoder, tokens.segments, d_memory ? &memory : nullptr, options};

    if (stack.control())
        applyChangesBackward<Scalar>(&stack.control()->output, d_output, 0);
    Matrix<Scalar> d_stream =
        lastNormBackward(model.config, stack.weights().norm, record.norm, d_output, d_weights.norm);
    for (std::size_t l = record.layers.size(); l-- > 0;) {
        const int layer = static_cast<int>(l);
        const int group = model.config.groupOf(layer, stack.layers());
        LayerGradients<Scalar> layer_gradients{d_weights.layers[static_cast<std::size_t>(group)]};
        layer_gradients.self_gates = gateOf(gates, gate_site, l);
        if (!is_decoder && !d_attention.encoder.empty())
            layer_gradients.d_self_weights = &d_attention.encoder[l];
        if (d_memory) {
            layer_gradients.memory = d_memory;
            layer_gradients.cross_gates = gateOf(gates, &GateGradients<Scalar>::decoder_cross, l);
            layer_gradients.d_cross_weights = d_attention.cross.empty() ? nullptr : &d_attention.cross[l];
        }
        d_stream = layerBackward<Scalar>(model.config, stack.layerWeights(layer),
            layerInput(stack, layer, record.inputOf(l), 0), record.layers[l], d_stream, layer_gradients);
    }
    d_stream = enteredBackward(model.config, model.weights, stack.weights(), record.embedding,
        stack.control(), std::move(d_stream), d_weights);
    if (gradients.embedding.size() > 0)
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
    Matrix<Scalar> d_output = logitsBackward(model, pass.controls, last, d_logits, gradients);
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

template <typename Scalar> NormWeights<Scalar> zeroNorm(const NormWeights<Scalar>& norm)
{
    return {RowVector<Scalar>::Zero(norm.gain.size()), RowVector<Scalar>::Zero(norm.bias.size())};
}

template <typename Scalar> StackWeights<Scalar> zeroNorms(const StackWeights<Scalar>& stack)
{
    StackWeights<Scalar> norms;
    norms.embedding_norm = zeroNorm(stack.embedding_norm);
    norms.norm = zeroNorm(stack.norm);
    for (const LayerWeights<Scalar>& layer : stack.layers) {
        LayerWeights<Scalar>& of_layer = norms.layers.emplace_back();
        of_layer.attention_norm = zeroNorm(layer.attention_norm);
        of_layer.cross_attention_norm = zeroNorm(layer.cross_attention_norm);
        of_layer.feed_forward_norm = zeroNorm(layer.feed_forward_norm);
    }
    return norms;
}

/** Gradients of the norms alone: matrices that are empty are not wanted, which saves most of the work and the memory. */
template <typename Scalar>
TransformerWeights<Scalar> gradientsOfNorms(const TransformerWeights<Scalar>& weights)
{
    TransformerWeights<Scalar> norms;
    norms.output_norm = zeroNorm(weights.output_norm);
    norms.encoder = zeroNorms(weights.encoder);
    norms.decoder = zeroNorms(weights.decoder);
    return norms;
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
    TransformerWeights<Scalar> gradients = gradientsOfNorms(model.weights);
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
