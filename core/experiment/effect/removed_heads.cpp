#include "core/experiment/effect/removed_heads.h"

#include "core/experiment/explanation/model_weights.h"

namespace glassformer {

bool isRemoved(const Transformer<float>& model, const HeadName& head)
{
    const LayerWeights<float>& layer = layerWeights(model, head.site, head.layer);
    return isRemoved(head.site == AttentionSite::DecoderCross ? layer.cross_attention : layer.attention,
        head.head, model.config.n_heads);
}

std::vector<int> removedHeads(const Transformer<float>& model, AttentionSite site, int layer)
{
    std::vector<int> heads;
    for (int head = 0; head < model.config.n_heads; ++head)
        if (isRemoved(model, {site, layer, head}))
            heads.push_back(head);
    return heads;
}

} // namespace glassformer
