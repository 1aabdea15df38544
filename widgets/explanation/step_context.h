#pragma once

#include "core/trace/model.h"
#include "core/trace/place.h"
#include "widgets/pictures/trace_content.h"

#include <optional>

namespace glassformer {

/** What is on the screen, for all that a step shows and says of it. Refers to what the caller keeps. */
struct StepContext
{
    const Trace& trace;
    const Selection& selection;
    TokenOf token_of{}; ///< may be empty: then words are known as far as the run's own tokens tell
    const Model* model = nullptr; ///< null for a run that was recorded elsewhere: its weights are not at hand
    std::optional<HeadName> pointing_head{}; ///< the head in which training let pronouns see the nouns

    const ModelConfig& config() const { return trace.config; }
    AttentionSite site() const { return siteOf(selection.step, trace.config); }
    int layer() const { return selection.layerOf(site()); }
    int layers() const { return layersOf(trace.config, site()); }
    bool isLastLayer() const { return layer() + 1 == layers(); }
};

} // namespace glassformer
