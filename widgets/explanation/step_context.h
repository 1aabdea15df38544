#pragma once

#include "core/experiment/effect/removed_heads.h"
#include "core/learn/evaluation/head_roles.h"
#include "core/trace/look/place.h"
#include "core/trace/model.h"
#include "widgets/pictures/trace_content.h"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace glassformer {

/** What is on the screen, for all that a step shows and says of it. Refers to what the caller keeps. */
struct StepContext
{
    const Trace& trace;
    const Selection& selection;
    TokenOf token_of{}; ///< may be empty: then words are known as far as the run's own tokens tell
    const Model* model = nullptr; ///< null for a run that was recorded elsewhere: its weights are not at hand
    double temperature = 1; ///< by which the logits are divided before their softmax
    Decoding decoding{}; ///< how words were chosen
    std::optional<HeadName> pointing_head{}; ///< the head in which training let pronouns see the nouns
    const MeasuredRoles* roles = nullptr; ///< what the heads do over many sentences, where that was measured
    /** By which Chinese characters make up words, where pieces are merged; null: not known yet. */
    std::shared_ptr<const std::set<std::string>> chinese_words{};

    const ModelConfig& config() const { return trace.config; }
    AttentionSite site() const { return siteOf(selection.step, trace.config); }
    int layer() const { return selection.layerOf(site()); }
    /** The chosen row of vectors: a place that is written, or a token. */
    int row() const { return isSecondStack(config(), site()) ? selection.position : selection.token; }
    int layers() const { return layersOf(trace.config, site()); }
    /** Heads of the layer that training took out; empty where weights are not at hand. */
    std::vector<int> removedHeads() const
    {
        return model ? glassformer::removedHeads(model->transformer, site(), layer()) : std::vector<int>{};
    }
    /** Whether this run lets the layer's tokens see those that come later, although the model is causal. */
    bool isMaskLifted() const { return glassformer::isMaskLifted(trace.changes, site(), layer()); }
    bool isLastLayer() const { return layer() + 1 == layers(); }
};

} // namespace glassformer
