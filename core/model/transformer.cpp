#include "core/model/transformer.h"

#include "core/model/blocks/linear.h"
#include "core/model/stack_pass.h"
#include "core/model/stack_run.h"
#include "core/tensor/activation.h"

#include <cmath>

namespace glassformer {

template <typename Scalar>
StackRecord<Scalar> encode(
    const Transformer<Scalar>& model, const TokenBatch& source, const PassOptions<Scalar>& options)
{
    StackRun<Scalar> run(model, false, nullptr, source, options);
    while (run.advance()) { }
    return run.take();
}

template <typename Scalar>
StackRecord<Scalar> decode(const Transformer<Scalar>& model, const Memory<Scalar>* memory,
    const TokenBatch& target, const PassOptions<Scalar>& options)
{
    StackRun<Scalar> run(model, true, memory, target, options);
    while (run.advance()) { }
    return run.take();
}

template <typename Scalar>
LayerRecord<Scalar> runAttentionAgain(const Transformer<Scalar>& model, bool is_decoder, int layer,
    const Matrix<Scalar>& x, const Memory<Scalar>* memory, const LayerCache<Scalar>* known,
    const PassOptions<Scalar>& options)
{
    const Segments segments = Segments::single(static_cast<int>(x.rows()));
    const StackPass<Scalar> pass{model, is_decoder, segments, memory, options};
    LayerInput<Scalar> input = layerInput(pass, layer, x, 0);
    input.known = known;
    return runAttention<Scalar>(model.config, pass.layerWeights(layer), input);
}

template <typename Scalar>
void runFeedForwardAgain(const Transformer<Scalar>& model, bool is_decoder, int layer,
    const Controls<Scalar>* controls, LayerRecord<Scalar>& record)
{
    const Segments segments = Segments::single(0);
    const PassOptions<Scalar> options{controls};
    const StackPass<Scalar> pass{model, is_decoder, segments, nullptr, options};
    const StackControl<Scalar>* const control = pass.control();
    runFeedForward<Scalar>(
        model.config, pass.layerWeights(layer), control ? control->layer(layer) : nullptr, 0, record);
}

template <typename Scalar>
Matrix<Scalar> outputState(
    const Transformer<Scalar>& model, const Matrix<Scalar>& last, OutputChange<Scalar> change)
{
    if (!model.config.output_transform)
        return last;
    Matrix<Scalar> state = linear(last, model.weights.output_transform);
    activate<Scalar>(model.config.activation, state);
    NormRecord<Scalar> record;
    state = normalize(model.config, state, model.weights.output_norm, record);
    if (change.controls)
        applyChanges<Scalar>(&change.controls->output_state, state, change.first_row);
    return state;
}

namespace {

template <typename Scalar>
Matrix<Scalar> projectToWords(const Transformer<Scalar>& model, const Matrix<Scalar>& state)
{
    if (!model.weights.output.isEmpty())
        return linear(state, model.weights.output);
    Matrix<Scalar> result(state.rows(), model.config.vocabulary);
    multiplyByTransposed(state, model.weights.embedding, result);
    if (model.weights.output.bias.size() > 0)
        result.rowwise() += model.weights.output.bias;
    return result;
}

} // namespace

template <typename Scalar>
Matrix<Scalar> logits(
    const Transformer<Scalar>& model, const Matrix<Scalar>& last, OutputChange<Scalar> change)
{
    Matrix<Scalar> state = outputState(model, last, change);
    if (model.config.scale_output)
        state *= Scalar(1) / std::sqrt(static_cast<Scalar>(model.config.d_model));
    Matrix<Scalar> result = projectToWords(model, state);
    if (change.controls)
        applyChanges<Scalar>(&change.controls->logits, result, change.first_row);
    return result;
}

#define GLASSFORMER_TRANSFORMER(Scalar)                                                                      \
    template StackRecord<Scalar> encode(                                                                     \
        const Transformer<Scalar>&, const TokenBatch&, const PassOptions<Scalar>&);                          \
    template StackRecord<Scalar> decode(                                                                     \
        const Transformer<Scalar>&, const Memory<Scalar>*, const TokenBatch&, const PassOptions<Scalar>&);   \
    template LayerRecord<Scalar> runAttentionAgain(const Transformer<Scalar>&, bool, int,                    \
        const Matrix<Scalar>&, const Memory<Scalar>*, const LayerCache<Scalar>*,                             \
        const PassOptions<Scalar>&);                                                                         \
    template void runFeedForwardAgain(                                                                       \
        const Transformer<Scalar>&, bool, int, const Controls<Scalar>*, LayerRecord<Scalar>&);               \
    template Matrix<Scalar> outputState(                                                                     \
        const Transformer<Scalar>&, const Matrix<Scalar>&, OutputChange<Scalar>);                            \
    template Matrix<Scalar> logits(const Transformer<Scalar>&, const Matrix<Scalar>&, OutputChange<Scalar>)

GLASSFORMER_TRANSFORMER(float);
GLASSFORMER_TRANSFORMER(double);

} // namespace glassformer
