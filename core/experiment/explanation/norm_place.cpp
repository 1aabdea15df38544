#include "core/experiment/explanation/norm_place.h"

#include "core/experiment/explanation/explanation.h"
#include "core/experiment/explanation/model_weights.h"
#include "core/model/weights.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace glassformer {
namespace {

/** Names of what goes past the block, of what the block adds to it, and of what goes on. */
struct BlockTensors
{
    std::string stream, added, after;
};

BlockTensors blockTensors(const ModelConfig& config, AttentionSite site, int layer, NormPlace place)
{
    const bool has_cross = config.hasCrossAttention() && site != AttentionSite::Encoder;
    const AttentionSite own = site == AttentionSite::DecoderCross ? AttentionSite::DecoderSelf : site;
    const LayerPart behind_attention =
        has_cross ? LayerPart::CrossAttentionResidual : LayerPart::AttentionResidual;
    switch (place) {
    case NormPlace::Attention:
        return {layerInputTensor(own, layer), attentionTensor(own, layer, AttentionPart::Output),
            layerTensor(own, layer, LayerPart::AttentionResidual)};
    case NormPlace::CrossAttention:
        return {layerTensor(own, layer, LayerPart::AttentionResidual),
            attentionTensor(AttentionSite::DecoderCross, layer, AttentionPart::Output),
            layerTensor(own, layer, LayerPart::CrossAttentionResidual)};
    case NormPlace::FeedForward:
        return {layerTensor(own, layer, behind_attention),
            layerTensor(own, layer, LayerPart::FeedForwardOutput),
            layerTensor(own, layer, LayerPart::Output)};
    case NormPlace::Stack:
        break;
    }
    return {layerInputTensor(own, layersOf(config, own)), {}, {}};
}

MatrixSlice added(const MatrixSlice& left, const MatrixSlice& right)
{
    if (left.rows != right.rows || left.columns != right.columns)
        return {};
    auto sum = std::make_shared<Tensor>(
        Tensor{{left.rows, left.columns}, {left.values().begin(), left.values().end()}});
    std::transform(sum->values.begin(), sum->values.end(), right.values().begin(), sum->values.begin(),
        std::plus<float>());
    return {sum->values.data(), left.rows, left.columns, sum};
}

} // namespace

std::string normOutputTensor(const ModelConfig& config, AttentionSite site, int layer, NormPlace place)
{
    const bool is_before = config.norm_placement == NormPlacement::Before;
    switch (place) {
    case NormPlace::Attention:
        return layerTensor(site, layer, is_before ? LayerPart::AttentionInput : LayerPart::AttentionResidual);
    case NormPlace::CrossAttention:
        return layerTensor(
            site, layer, is_before ? LayerPart::CrossAttentionInput : LayerPart::CrossAttentionResidual);
    case NormPlace::FeedForward:
        return layerTensor(site, layer, is_before ? LayerPart::FeedForwardInput : LayerPart::Output);
    case NormPlace::Stack:
        break;
    }
    return stackOutputTensor(site);
}

BlockSum blockSum(const Trace& trace, AttentionSite site, int layer, NormPlace place)
{
    const BlockTensors names = blockTensors(trace.config, site, layer, place);
    BlockSum result{matrixOf(trace, names.stream), matrixOf(trace, names.added), {}};
    const bool is_normed = trace.config.norm_placement == NormPlacement::After && trace.recorded.norms;
    result.sum = is_normed ? added(result.stream, result.added) : matrixOf(trace, names.after);
    return result;
}

MatrixSlice normInput(const Trace& trace, AttentionSite site, int layer, NormPlace place)
{
    const BlockSum sum = blockSum(trace, site, layer, place);
    const bool is_before = trace.config.norm_placement == NormPlacement::Before || place == NormPlace::Stack;
    return is_before ? sum.stream : sum.sum;
}

const NormWeights<float>& normWeights(
    const Transformer<float>& model, AttentionSite site, int layer, NormPlace place)
{
    if (place == NormPlace::Stack)
        return site == AttentionSite::Encoder ? model.weights.encoder.norm : model.weights.decoder.norm;
    const LayerWeights<float>& weights = layerWeights(model, site, layer);
    return place == NormPlace::Attention     ? weights.attention_norm
        : place == NormPlace::CrossAttention ? weights.cross_attention_norm
                                             : weights.feed_forward_norm;
}

} // namespace glassformer
