#include "core/experiment/explanation/explanation.h"
#include "core/experiment/explanation/head_vector.h"
#include "core/experiment/explanation/model_weights.h"
#include "core/experiment/explanation/norm_rows.h"
#include "core/experiment/explanation/weighted_sum.h"
#include "core/trace/record/tensor_slice.h"

#include <cmath>

namespace glassformer {
namespace {

/** What is normed, by what, and where the result is. */
struct Norm
{
    const NormWeights<float>* weights = nullptr;
    std::vector<std::string> summed{};
    std::vector<float> before{}; ///< computed; else the sum of those
    NormKind kind = NormKind::Layer;
};

std::string behindAttention(const Trace& trace, AttentionSite site, int layer)
{
    const bool has_cross = site != AttentionSite::Encoder && trace.config.hasEncoder();
    return layerTensor(
        site, layer, has_cross ? LayerPart::CrossAttentionResidual : LayerPart::AttentionResidual);
}

/** The norm before a block. */
std::optional<Norm> normBefore(
    const Trace& trace, const LayerWeights<float>& weights, AttentionSite site, int layer, LayerPart part)
{
    switch (part) {
    case LayerPart::AttentionInput:
        return Norm{&weights.attention_norm, {layerInputTensor(site, layer)}};
    case LayerPart::CrossAttentionInput:
        return Norm{&weights.cross_attention_norm, {layerTensor(site, layer, LayerPart::AttentionResidual)}};
    case LayerPart::FeedForwardInput:
        return Norm{&weights.feed_forward_norm, {behindAttention(trace, site, layer)}};
    default:
        return std::nullopt;
    }
}

/** The norm behind a block: of what went past it and what it put out. */
std::optional<Norm> normAfter(
    const Trace& trace, const LayerWeights<float>& weights, AttentionSite site, int layer, LayerPart part)
{
    const auto output = [&](AttentionSite at) { return attentionTensor(at, layer, AttentionPart::Output); };
    switch (part) {
    case LayerPart::AttentionResidual:
        return Norm{&weights.attention_norm, {layerInputTensor(site, layer), output(site)}};
    case LayerPart::CrossAttentionResidual:
        return Norm{&weights.cross_attention_norm,
            {layerTensor(site, layer, LayerPart::AttentionResidual), output(AttentionSite::DecoderCross)}};
    case LayerPart::Output:
        return Norm{&weights.feed_forward_norm,
            {behindAttention(trace, site, layer), layerTensor(site, layer, LayerPart::FeedForwardOutput)}};
    default:
        return std::nullopt;
    }
}

std::optional<Norm> normOfStack(const Trace& trace, const Transformer<float>& model, const NumberPlace& place)
{
    const bool is_decoder = place.tensor.starts_with("decoder.");
    const StackWeights<float>& stack = is_decoder ? model.weights.decoder : model.weights.encoder;
    const int layers = is_decoder ? model.config.decoder_layers : model.config.encoder_layers;
    const bool is_input = place.tensor == encoder_input_tensor || place.tensor == decoder_input_tensor;
    if (is_input && model.config.embedding_norm && model.weights.embedding_projection.isEmpty())
        return Norm{&stack.embedding_norm, {}, embeddingSum(trace, is_decoder, place.row)};
    if (place.tensor == output_state_tensor)
        return Norm{&model.weights.output_norm, {}, activatedRow(trace, model, place.row)};
    const bool is_output = place.tensor == encoder_output_tensor || place.tensor == decoder_output_tensor;
    if (is_output && layers > 0 && model.config.norm_placement == NormPlacement::Before)
        return Norm{&stack.norm,
            {layerTensor(is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder, layers - 1,
                LayerPart::Output)}};
    return std::nullopt;
}

/** The norm of one head's query or key, whose gains all heads share. */
std::optional<Norm> normOfHead(
    const Trace& trace, const Transformer<float>& model, const RecordPlace& at, const NumberPlace& place)
{
    const bool is_query = at.attention_part == AttentionPart::Query;
    if (!model.config.query_key_norm || !(is_query || at.attention_part == AttentionPart::Key))
        return std::nullopt;
    const LayerWeights<float>& layer = layerWeights(model, at.site, at.layer);
    const AttentionWeights<float>& weights =
        at.site == AttentionSite::DecoderCross ? layer.cross_attention : layer.attention;
    const std::string projected = attentionTensor(
        at.site, at.layer, is_query ? AttentionPart::ProjectedQuery : AttentionPart::ProjectedKey);
    const MatrixSlice rows = headOf(trace, projected, place.head);
    if (place.row >= rows.rows)
        return std::nullopt;
    return Norm{is_query ? &weights.query_norm : &weights.key_norm, {projected},
        {rows.row(place.row).begin(), rows.row(place.row).end()}, NormKind::Rms};
}

std::optional<Norm> normOf(const Trace& trace, const Transformer<float>& model, const NumberPlace& place)
{
    const std::optional<RecordPlace> at = recordPlace(place.tensor);
    if (!at)
        return std::nullopt;
    if (at->kind == RecordPlace::Kind::Stack)
        return normOfStack(trace, model, place);
    const int layers =
        at->site == AttentionSite::Encoder ? model.config.encoder_layers : model.config.decoder_layers;
    if (at->layer == every || at->layer >= layers)
        return std::nullopt;
    if (at->kind == RecordPlace::Kind::Attention)
        return normOfHead(trace, model, *at, place);
    if (at->kind != RecordPlace::Kind::Layer)
        return std::nullopt;
    const LayerWeights<float>& weights = layerWeights(model, at->site, at->layer);
    return model.config.norm_placement == NormPlacement::Before
        ? normBefore(trace, weights, at->site, at->layer, at->layer_part)
        : normAfter(trace, weights, at->site, at->layer, at->layer_part);
}

/** Adds up the rows that are normed; false if the run lacks one. */
bool addUp(const Trace& trace, int row, Norm& norm)
{
    if (!norm.before.empty())
        return true;
    for (const std::string& name : norm.summed) {
        const MatrixSlice matrix = matrixOf(trace, name);
        if (row >= matrix.rows)
            return false;
        norm.before.resize(static_cast<std::size_t>(matrix.columns));
        for (std::size_t i = 0; i < norm.before.size(); ++i)
            norm.before[i] += matrix.row(row)[i];
    }
    return !norm.before.empty();
}

/** What the run has behind the norm; of a head that turns, what was turned. */
std::optional<double> resultOf(const Trace& trace, const NumberPlace& place)
{
    if (place.head == every) {
        const MatrixSlice matrix = matrixOf(trace, place.tensor);
        return place.row < matrix.rows && place.column < matrix.columns
            ? std::optional<double>(static_cast<double>(matrix(place.row, place.column)))
            : std::nullopt;
    }
    const RecordPlace at = *recordPlace(place.tensor);
    const HeadVector vector =
        headVectorOf(trace, {at.site, at.layer, place.head, place.row, place.row}, at.attention_part);
    return place.column < std::ssize(vector.normed)
        ? std::optional<double>(static_cast<double>(vector.normed[static_cast<std::size_t>(place.column)]))
        : std::nullopt;
}

} // namespace

std::optional<NormExplanation> explainNorm(
    const Trace& trace, const Transformer<float>& model, const NumberPlace& place)
{
    if (place.row < 0 || place.column < 0)
        return std::nullopt;
    std::optional<Norm> norm = normOf(trace, model, place);
    if (!norm || !addUp(trace, place.row, *norm))
        return std::nullopt;
    const std::optional<double> found = resultOf(trace, place);
    const auto column = static_cast<std::size_t>(place.column);
    if (!found || column >= norm->before.size() || place.column >= norm->weights->gain.size())
        return std::nullopt;
    NormExplanation result;
    result.place = place;
    const bool is_of_head = place.head != every;
    result.kind = is_of_head ? NormKind::Rms : model.config.norm_kind;
    result.summed = norm->summed;
    result.before = norm->before;
    const RowStatistics statistics = statisticsOf(result.before, model.config, result.kind);
    result.value = static_cast<double>(result.before[column]);
    result.mean = statistics.mean;
    result.variance = statistics.variance;
    result.epsilon = model.config.norm_epsilon;
    result.deviation = statistics.deviation;
    result.normalized = (result.value - result.mean) / result.deviation;
    result.gain = static_cast<double>(norm->weights->gain(place.column));
    result.has_bias = norm->weights->bias.size() > 0;
    result.bias = result.has_bias ? static_cast<double>(norm->weights->bias(place.column)) : 0;
    result.after = result.normalized * result.gain + result.bias;
    result.result = *found;
    result.changes = changesAt(trace.changes, place.tensor, place.head, place.row, place.column);
    const bool is_changed = !result.changes.empty();
    result.largest_error = is_changed ? 0 : std::abs(result.after - result.result);
    return result;
}

} // namespace glassformer
