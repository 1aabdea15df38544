#include "core/model/tensor_name.h"

namespace glassformer {

namespace {

std::string layerPrefix(AttentionSite site, int layer)
{
    return (site == AttentionSite::Encoder ? "encoder." : "decoder.") + std::to_string(layer) + ".";
}

const char* nameOf(AttentionPart part)
{
    switch (part) {
    case AttentionPart::Query:
        return "query";
    case AttentionPart::Key:
        return "key";
    case AttentionPart::Value:
        return "value";
    case AttentionPart::Scores:
        return "scores";
    case AttentionPart::Masked:
        return "masked";
    case AttentionPart::Weights:
        return "weights";
    case AttentionPart::Mixed:
        return "mixed";
    case AttentionPart::Output:
        return "output";
    case AttentionPart::ProjectedQuery:
        return "projected_query";
    case AttentionPart::ProjectedKey:
        return "projected_key";
    case AttentionPart::Thumbnail:
        return "thumbnail";
    }
    return "";
}

const char* nameOf(LayerPart part)
{
    switch (part) {
    case LayerPart::AttentionInput:
        return "attention_input";
    case LayerPart::AttentionResidual:
        return "attention_residual";
    case LayerPart::CrossAttentionInput:
        return "cross_attention_input";
    case LayerPart::CrossAttentionResidual:
        return "cross_attention_residual";
    case LayerPart::FeedForwardInput:
        return "feed_forward.input";
    case LayerPart::FeedForwardGate:
        return "feed_forward.gate";
    case LayerPart::FeedForwardHidden:
        return "feed_forward.hidden";
    case LayerPart::FeedForwardOutput:
        return "feed_forward.output";
    case LayerPart::Output:
        return "output";
    }
    return "";
}

} // namespace

std::string attentionTensor(AttentionSite site, int layer, AttentionPart part)
{
    const char* block = site == AttentionSite::DecoderCross ? "cross_attention." : "self_attention.";
    return layerPrefix(site, layer) + block + nameOf(part);
}

std::string layerTensor(AttentionSite site, int layer, LayerPart part)
{
    return layerPrefix(site, layer) + nameOf(part);
}

const char* stackInputTensor(AttentionSite site)
{
    return site == AttentionSite::Encoder ? encoder_input_tensor : decoder_input_tensor;
}

const char* stackOutputTensor(AttentionSite site)
{
    return site == AttentionSite::Encoder ? encoder_output_tensor : decoder_output_tensor;
}

const char* relativeBiasTensor(AttentionSite site)
{
    return site == AttentionSite::Encoder ? "encoder.relative_bias" : "decoder.relative_bias";
}

const char* lastStateTensor(const ModelConfig& config)
{
    return config.output_transform ? output_state_tensor
        : config.hasDecoder()      ? decoder_output_tensor
                                   : encoder_output_tensor;
}

} // namespace glassformer
