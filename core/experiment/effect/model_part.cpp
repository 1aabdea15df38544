#include "core/experiment/effect/model_part.h"

#include "core/model/tensor_name.h"

namespace glassformer {
namespace {

int layersAt(const ModelConfig& config, AttentionSite site)
{
    if (site == AttentionSite::DecoderCross && !config.hasCrossAttention())
        return 0;
    return site == AttentionSite::Encoder ? config.encoder_layers : config.decoder_layers;
}

constexpr AttentionSite sites[]{
    AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross};

std::string blockText(AttentionSite site, int layer)
{
    std::string text = attentionTensor(site, layer == every ? 0 : layer, AttentionPart::Output);
    text = layer == every ? inEveryLayer(text) : text;
    return text.substr(0, text.rfind('.'));
}

/** One in each layer of each stack. */
std::vector<ModelPart> partsOfStacks(const ModelConfig& config, PartKind kind)
{
    std::vector<ModelPart> parts;
    for (const AttentionSite site : {AttentionSite::Encoder, AttentionSite::DecoderSelf})
        for (int layer = 0; layer < layersAt(config, site); ++layer)
            parts.push_back({kind, site, layer});
    return parts;
}

Change ablated(Change zero, Ablation ablation)
{
    if (ablation == Ablation::Mean) {
        zero.kind = ChangeKind::Mean;
        zero.values.clear();
    }
    return zero;
}

} // namespace

std::string partText(const ModelPart& part)
{
    switch (part.kind) {
    case PartKind::Head:
        return headText({part.site, part.layer, part.head});
    case PartKind::Attention:
        return blockText(part.site, part.layer);
    case PartKind::FeedForward: {
        const std::string output = layerTensor(part.site, part.layer, LayerPart::FeedForwardOutput);
        return output.substr(0, output.rfind('.'));
    }
    case PartKind::Layer: {
        const std::string output = layerTensor(part.site, part.layer, LayerPart::Output);
        return output.substr(0, output.rfind('.'));
    }
    case PartKind::Edge:
        return blockText(part.site, part.layer) + '.' + std::to_string(part.query) + '>'
            + std::to_string(part.key);
    }
    return {};
}

Change partOff(const ModelPart& part, Ablation ablation)
{
    switch (part.kind) {
    case PartKind::Head:
        return ablated(headOff({part.site, part.layer, part.head}), ablation);
    case PartKind::Attention:
        return ablated(attentionOff(part.site, part.layer), ablation);
    case PartKind::FeedForward:
        return ablated(feedForwardOff(part.site, part.layer), ablation);
    case PartKind::Layer:
        return layerOff(part.site, part.layer);
    case PartKind::Edge:
        break;
    }
    Change cut = edgeCut(part.site, 0, part.head, part.query, part.key);
    cut.tensor = part.layer == every ? inEveryLayer(cut.tensor)
                                     : attentionTensor(part.site, part.layer, AttentionPart::Masked);
    return cut;
}

std::vector<ModelPart> headsOf(const ModelConfig& config)
{
    std::vector<ModelPart> heads;
    for (const AttentionSite site : sites)
        for (int layer = 0; layer < layersAt(config, site); ++layer)
            for (int head = 0; head < config.n_heads; ++head)
                heads.push_back({PartKind::Head, site, layer, head});
    return heads;
}

std::vector<ModelPart> attentionsOf(const ModelConfig& config)
{
    std::vector<ModelPart> blocks;
    for (const AttentionSite site : sites)
        for (int layer = 0; layer < layersAt(config, site); ++layer)
            blocks.push_back({PartKind::Attention, site, layer});
    return blocks;
}

std::vector<ModelPart> feedForwardsOf(const ModelConfig& config)
{
    return partsOfStacks(config, PartKind::FeedForward);
}

std::vector<ModelPart> wholeLayersOf(const ModelConfig& config)
{
    return partsOfStacks(config, PartKind::Layer);
}

std::vector<ModelPart> edgesOf(const ModelConfig& config, int source_tokens, int output_row)
{
    std::vector<ModelPart> edges;
    const auto add = [&edges](AttentionSite site, int query, int key) {
        edges.push_back({PartKind::Edge, site, every, every, query, key});
    };
    for (int query = 0; config.hasEncoder() && query < source_tokens; ++query)
        for (int key = 0; key < source_tokens; ++key)
            add(AttentionSite::Encoder, query, key);
    for (int query = 0; config.hasDecoder() && query <= output_row; ++query)
        for (int key = 0; key <= query; ++key)
            add(AttentionSite::DecoderSelf, query, key);
    for (int query = 0; config.hasCrossAttention() && query <= output_row; ++query)
        for (int key = 0; key < source_tokens; ++key)
            add(AttentionSite::DecoderCross, query, key);
    return edges;
}

} // namespace glassformer
