#include "core/experiment/norm_place.h"

#include "core/experiment/explanation.h"
#include "core/experiment/model_weights.h"
#include "core/trace/place.h"
#include "core/trace/tensor_slice.h"

#include <algorithm>

namespace glassformer {
namespace {

/** What goes past the block, and what the block adds to it. */
struct NormedTensors
{
    std::string stream, added;
};

NormedTensors normedTensors(const ModelConfig& config, AttentionSite site, int layer, NormPlace place)
{
    const bool has_cross = config.hasCrossAttention() && site != AttentionSite::Encoder;
    const AttentionSite own = site == AttentionSite::DecoderCross ? AttentionSite::DecoderSelf : site;
    switch (place) {
    case NormPlace::Attention:
        return {layerInputTensor(own, layer), attentionTensor(own, layer, AttentionPart::Output)};
    case NormPlace::CrossAttention:
        return {layerTensor(own, layer, LayerPart::AttentionResidual),
            attentionTensor(AttentionSite::DecoderCross, layer, AttentionPart::Output)};
    case NormPlace::FeedForward:
        return {layerTensor(
                    own, layer, has_cross ? LayerPart::CrossAttentionResidual : LayerPart::AttentionResidual),
            layerTensor(own, layer, LayerPart::FeedForwardOutput)};
    case NormPlace::Stack:
        break;
    }
    return {layerInputTensor(own, layersOf(config, own)), {}};
}

Matrix<float> matrixCopy(const Trace& trace, const std::string& name)
{
    const MatrixSlice slice = matrixOf(trace, name);
    Matrix<float> copy(slice.rows, slice.columns);
    if (!slice.isEmpty())
        std::copy(slice.values().begin(), slice.values().end(), copy.data());
    return copy;
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

Matrix<float> normInput(const Trace& trace, AttentionSite site, int layer, NormPlace place)
{
    const NormedTensors names = normedTensors(trace.config, site, layer, place);
    Matrix<float> x = matrixCopy(trace, names.stream);
    if (trace.config.norm_placement == NormPlacement::Before || place == NormPlace::Stack)
        return x;
    const Matrix<float> added = matrixCopy(trace, names.added);
    if (added.rows() != x.rows() || added.cols() != x.cols())
        return {};
    x += added;
    return x;
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
