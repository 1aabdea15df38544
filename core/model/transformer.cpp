#include "core/model/transformer.h"

#include "core/model/linear.h"
#include "core/tensor/activation.h"

#include <cmath>

namespace glassformer {
namespace {

/** Which stack runs on what. */
template <typename Scalar> struct StackPass
{
    const Transformer<Scalar>& model;
    bool is_decoder;
    const Segments& segments;
    const Memory<Scalar>* memory;
    const PassOptions<Scalar>& options;

    const StackWeights<Scalar>& weights() const
    {
        return is_decoder ? model.weights.decoder : model.weights.encoder;
    }
    const StackControl<Scalar>* control() const
    {
        if (!options.controls)
            return nullptr;
        return is_decoder ? &options.controls->decoder : &options.controls->encoder;
    }
    int layers() const { return is_decoder ? model.config.decoder_layers : model.config.encoder_layers; }
    const LayerWeights<Scalar>& layerWeights(int layer) const
    {
        return weights().layers[static_cast<std::size_t>(model.config.groupOf(layer, layers()))];
    }
};

template <typename Scalar>
LayerInput<Scalar> inputOf(const StackPass<Scalar>& pass, int layer, const Matrix<Scalar>& x, int first_row)
{
    const StackWeights<Scalar>& weights = pass.weights();
    DecoderCache<Scalar>* const cache = pass.options.cache;
    LayerInput<Scalar> input{x, pass.segments};
    input.keep_scores = pass.options.keep_scores;
    input.first_row = first_row;
    if (weights.relative_bias.size() > 0)
        input.relative_bias = &weights.relative_bias;
    if (pass.is_decoder) {
        input.kind = AttentionKind::Causal;
        input.window = pass.model.config.windowOf(layer);
        if (cache)
            input.cache = &cache->layers[static_cast<std::size_t>(layer)];
        input.all_rows = cache && pass.options.all_rows;
    }
    if (pass.memory) {
        input.memory = &pass.memory->output;
        input.memory_segments = &pass.memory->segments;
    }
    if (const StackControl<Scalar>* control = pass.control()) {
        input.control = control->layer(layer);
        input.places = &control->places;
    }
    return input;
}

/** The rows of a pass in a matrix of all rows; empty where nothing was kept. */
template <typename Scalar> Matrix<Scalar> rowsOf(const Matrix<Scalar>& all, int first_row, Eigen::Index rows)
{
    return all.size() > 0 ? Matrix<Scalar>(all.middleRows(first_row, rows)) : Matrix<Scalar>();
}

/** What the layers that need not run have passed on. */
template <typename Scalar>
void takeBegun(const BegunStack<Scalar>& begun, int first_row, StackRecord<Scalar>& record)
{
    const Eigen::Index rows = record.embedding.output().rows();
    record.begun = static_cast<std::size_t>(begun.layers);
    for (std::size_t l = 0; l < record.begun; ++l) {
        record.stream.push_back(rowsOf(begun.record->stream[l], first_row, rows));
        record.attended.push_back(rowsOf(begun.record->attended[l], first_row, rows));
    }
}

template <typename Scalar>
StackRecord<Scalar> runStack(const StackPass<Scalar>& pass, const TokenBatch& tokens, int first_row)
{
    const ModelConfig& config = pass.model.config;
    StackRecord<Scalar> record;
    record.embedding = embed(config, pass.model.weights, pass.weights(),
        {tokens.ids, tokens.segments, first_row, tokens.segment_rows}, pass.control());
    takeBegun(pass.options.begun, first_row, record);
    record.layers.reserve(static_cast<std::size_t>(pass.layers()));
    for (int l = pass.options.begun.layers; l < pass.layers(); ++l) {
        pass.options.cancel.check();
        LayerRecord<Scalar> layer = runLayer<Scalar>(config, pass.layerWeights(l),
            inputOf(pass, l, record.inputOf(static_cast<std::size_t>(l)), first_row));
        if (pass.options.see_layer)
            pass.options.see_layer(l, layer);
        if (pass.options.keep_layers)
            record.layers.push_back(std::move(layer));
        else {
            record.attended.push_back(std::move(layer.attended()));
            record.stream.push_back(std::move(layer.feed_forward_sublayer.residual));
        }
    }
    const Matrix<Scalar>& last = record.inputOf(static_cast<std::size_t>(pass.layers()));
    record.output = config.norm_placement == NormPlacement::Before
        ? normalize(config, last, pass.weights().norm, record.norm)
        : last;
    if (const StackControl<Scalar>* control = pass.control())
        applyChanges<Scalar>(&control->output, record.output, first_row);
    return record;
}

} // namespace

template <typename Scalar>
StackRecord<Scalar> encode(
    const Transformer<Scalar>& model, const TokenBatch& source, const PassOptions<Scalar>& options)
{
    return runStack<Scalar>({model, false, source.segments, nullptr, options}, source, 0);
}

template <typename Scalar>
StackRecord<Scalar> decode(const Transformer<Scalar>& model, const Memory<Scalar>* memory,
    const TokenBatch& target, const PassOptions<Scalar>& options)
{
    DecoderCache<Scalar>* const cache = options.cache;
    if (cache)
        cache->layers.resize(static_cast<std::size_t>(model.config.decoder_layers));
    StackRecord<Scalar> record =
        runStack<Scalar>({model, true, target.segments, memory, options}, target, cache ? cache->rows : 0);
    if (cache)
        cache->rows += static_cast<int>(target.ids.size());
    return record;
}

template <typename Scalar>
LayerRecord<Scalar> runAttentionAgain(const Transformer<Scalar>& model, bool is_decoder, int layer,
    const Matrix<Scalar>& x, const Memory<Scalar>* memory, const LayerCache<Scalar>* known,
    const PassOptions<Scalar>& options)
{
    const Segments segments = Segments::single(static_cast<int>(x.rows()));
    const StackPass<Scalar> pass{model, is_decoder, segments, memory, options};
    LayerInput<Scalar> input = inputOf(pass, layer, x, 0);
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
