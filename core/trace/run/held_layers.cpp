#include "core/trace/run/held_layers.h"

#include "core/trace/step/step_list.h"

#include <algorithm>
#include <set>
#include <utility>

namespace glassformer {
namespace {

/** The chosen layer of each stack; the answer is shown with what the last one looked at instead. */
std::set<std::pair<AttentionSite, int>> layersOf(const ModelConfig& config, const Selection& selection)
{
    std::set<std::pair<AttentionSite, int>> layers;
    const auto add = [&](AttentionSite site, int count) {
        if (count > 0)
            layers.insert({site, selection.step == StepKind::Answer ? count - 1 : selection.layerOf(site)});
    };
    add(AttentionSite::Encoder, config.encoder_layers);
    add(AttentionSite::DecoderSelf, config.decoder_layers);
    return layers;
}

} // namespace

HeldLayers holdLayers(const Trace& trace, const Selection& selection)
{
    HeldLayers held;
    if (!trace.late)
        return held;
    for (const auto& [site, layer] : layersOf(trace.config, selection))
        held.push_back(trace.late->hold(site, layer, insideOf(selection.step)));
    if (trace.config.has_output)
        held.push_back(trace.late->wordScores(selection.position));
    return held;
}

std::optional<HeldLayers> holdMadeLayers(const Trace& trace, const Selection& selection)
{
    HeldLayers held;
    if (!trace.late)
        return held;
    for (const auto& [site, layer] : layersOf(trace.config, selection))
        held.push_back(trace.late->holdIfMade(site, layer, insideOf(selection.step)));
    if (trace.config.has_output)
        held.push_back(trace.late->wordScoresIfMade(selection.position));
    const bool is_at_hand =
        std::all_of(held.begin(), held.end(), [](const auto& part) { return part != nullptr; });
    return is_at_hand ? std::optional<HeldLayers>(std::move(held)) : std::nullopt;
}

} // namespace glassformer
