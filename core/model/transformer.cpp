#include "core/model/transformer.h"

#include "core/error.h"
#include "core/model/change_check.h"
#include "core/model/change_text.h"
#include "core/model/linear.h"
#include "core/tensor/activation.h"

#include <cmath>

namespace glassformer {
namespace {

template <typename Scalar>
const AttentionControl<Scalar>* controlOf(const std::vector<AttentionControl<Scalar>>& layers, int layer)
{
    return layers.empty() ? nullptr : &layers[static_cast<std::size_t>(layer)];
}

template <typename Scalar> std::vector<AttentionControl<Scalar>> noControls(int layers)
{
    return std::vector<AttentionControl<Scalar>>(static_cast<std::size_t>(layers));
}

} // namespace

template <typename Scalar> Controls<Scalar> controlsFor(const ModelConfig& config, const Changes& changes)
{
    Controls<Scalar> controls{noControls<Scalar>(config.encoder_layers),
        noControls<Scalar>(config.decoder_layers), noControls<Scalar>(config.decoder_layers)};
    for (const Change& change : changes) {
        requireFits(change, config);
        const RecordPlace place = *recordPlace(change.tensor);
        auto& layers = place.site == AttentionSite::Encoder ? controls.encoder
            : place.site == AttentionSite::DecoderSelf      ? controls.decoder_self
                                                            : controls.decoder_cross;
        if (change.kind != ChangeKind::Cut
            && (change.head == every || change.tensor.find(".mixed") == std::string::npos))
            throw Error({Message::tr("the change \"%1\"", changeText(change)), {},
                Message::tr("a head that is off, or an edge that is cut"), {}});
        for (std::size_t l = 0; l < layers.size(); ++l) {
            if (place.layer != every && place.layer != static_cast<int>(l))
                continue;
            if (change.kind == ChangeKind::Cut)
                layers[l].cuts.push_back({0, change.head, change.row, change.column});
            else if (layers[l].gates.size() == 0)
                layers[l].gates = RowVector<Scalar>::Ones(config.n_heads);
            if (change.kind == ChangeKind::Set)
                layers[l].gates(change.head) = 0;
        }
    }
    return controls;
}

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
    if (const Controls<Scalar>* controls = pass.options.controls) {
        input.self_control = controlOf(pass.is_decoder ? controls->decoder_self : controls->encoder, layer);
        input.cross_control = pass.is_decoder ? controlOf(controls->decoder_cross, layer) : nullptr;
    }
    return input;
}

template <typename Scalar>
StackRecord<Scalar> runStack(const StackPass<Scalar>& pass, const TokenBatch& tokens, int first_row)
{
    const ModelConfig& config = pass.model.config;
    StackRecord<Scalar> record;
    record.embedding = embed(config, pass.model.weights, pass.weights(),
        {tokens.ids, tokens.segments, first_row, tokens.segment_rows});
    record.layers.reserve(static_cast<std::size_t>(pass.layers()));
    for (int l = 0; l < pass.layers(); ++l) {
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
void runFeedForwardAgain(
    const Transformer<Scalar>& model, bool is_decoder, int layer, LayerRecord<Scalar>& record)
{
    const Segments segments = Segments::single(0);
    const PassOptions<Scalar> options;
    const StackPass<Scalar> pass{model, is_decoder, segments, nullptr, options};
    runFeedForward<Scalar>(model.config, pass.layerWeights(layer), record);
}

template <typename Scalar>
Matrix<Scalar> outputState(const Transformer<Scalar>& model, const Matrix<Scalar>& last)
{
    if (!model.config.output_transform)
        return last;
    Matrix<Scalar> state = linear(last, model.weights.output_transform);
    activate<Scalar>(model.config.activation, state);
    NormRecord<Scalar> record;
    return normalize(model.config, state, model.weights.output_norm, record);
}

template <typename Scalar> Matrix<Scalar> logits(const Transformer<Scalar>& model, const Matrix<Scalar>& last)
{
    Matrix<Scalar> state = outputState(model, last);
    if (model.config.scale_output)
        state *= Scalar(1) / std::sqrt(static_cast<Scalar>(model.config.d_model));
    if (!model.weights.output.isEmpty())
        return linear(state, model.weights.output);
    Matrix<Scalar> result(state.rows(), model.config.vocabulary);
    multiplyByTransposed(state, model.weights.embedding, result);
    if (model.weights.output.bias.size() > 0)
        result.rowwise() += model.weights.output.bias;
    return result;
}

#define GLASSFORMER_TRANSFORMER(Scalar)                                                                      \
    template Controls<Scalar> controlsFor(const ModelConfig&, const Changes&);                               \
    template StackRecord<Scalar> encode(                                                                     \
        const Transformer<Scalar>&, const TokenBatch&, const PassOptions<Scalar>&);                          \
    template StackRecord<Scalar> decode(                                                                     \
        const Transformer<Scalar>&, const Memory<Scalar>*, const TokenBatch&, const PassOptions<Scalar>&);   \
    template LayerRecord<Scalar> runAttentionAgain(const Transformer<Scalar>&, bool, int,                    \
        const Matrix<Scalar>&, const Memory<Scalar>*, const LayerCache<Scalar>*,                             \
        const PassOptions<Scalar>&);                                                                         \
    template void runFeedForwardAgain(const Transformer<Scalar>&, bool, int, LayerRecord<Scalar>&);          \
    template Matrix<Scalar> outputState(const Transformer<Scalar>&, const Matrix<Scalar>&);                  \
    template Matrix<Scalar> logits(const Transformer<Scalar>&, const Matrix<Scalar>&)

GLASSFORMER_TRANSFORMER(float);
GLASSFORMER_TRANSFORMER(double);

} // namespace glassformer
