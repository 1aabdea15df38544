#include "core/trace/look/selection.h"

#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"

#include <algorithm>

namespace glassformer {
namespace {

int clampedIndex(int index, std::size_t size)
{
    return std::clamp(index, 0, std::max(0, static_cast<int>(size) - 1));
}

void dropOutside(std::optional<int>& index, std::size_t size)
{
    if (index && (*index < 0 || *index >= static_cast<int>(size)))
        index.reset();
}

/** Heads that the model does not have. */
void dropStrangers(std::vector<HeadName>& heads, const ModelConfig& config)
{
    const auto is_strange = [&config](const HeadName& head) {
        const bool is_there = head.site == AttentionSite::Encoder ? config.hasEncoder()
            : head.site == AttentionSite::DecoderSelf             ? config.hasDecoder()
                                                                  : config.hasCrossAttention();
        return !is_there || head.layer < 0 || head.layer >= layersOf(config, head.site) || head.head < 0
            || head.head >= config.n_heads;
    };
    heads.erase(std::remove_if(heads.begin(), heads.end(), is_strange), heads.end());
}

} // namespace

Selection clampedTo(const Selection& selection, const Trace& trace)
{
    Selection result = selection;
    const ModelConfig& config = trace.config;
    result.step = nearestStep(selection.step, trace);
    result.encoder_layer =
        clampedIndex(selection.encoder_layer, static_cast<std::size_t>(config.encoder_layers));
    result.decoder_layer =
        clampedIndex(selection.decoder_layer, static_cast<std::size_t>(config.decoder_layers));
    result.head = clampedIndex(selection.head, static_cast<std::size_t>(config.n_heads));
    result.position = clampedIndex(selection.position, static_cast<std::size_t>(trace.rows()));
    result.token = clampedIndex(
        selection.token, isDecoderStep(result.step, config) ? trace.target.size() : trace.source.size());
    result.dimension =
        clampedIndex(selection.dimension, static_cast<std::size_t>(widthOf(result.step, config)));
    const AttentionSite site = attentionSiteOf(result.step, config);
    dropOutside(result.word, static_cast<std::size_t>(std::max(0, config.vocabulary)));
    const std::size_t queries = site == AttentionSite::Encoder ? trace.source.size() : trace.target.size();
    dropOutside(result.query, queries);
    std::vector<int>& summed = result.attention.summed;
    if (!showsWeights(result.step) || !chosenQuery(result, config, site))
        summed.clear(); // of this map, not of others
    std::sort(summed.begin(), summed.end());
    summed.erase(std::unique(summed.begin(), summed.end()), summed.end());
    summed.erase(std::remove_if(summed.begin(), summed.end(),
                     [&](int row) { return row < 0 || row >= static_cast<int>(queries); }),
        summed.end());
    dropStrangers(result.attention.marked, config);
    dropOutside(result.key, site == AttentionSite::DecoderSelf ? trace.target.size() : trace.source.size());
    return result;
}

} // namespace glassformer
