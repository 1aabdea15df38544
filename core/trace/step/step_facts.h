#pragma once

#include "core/trace/step/step_list.h"

#include <span>
#include <string>

namespace glassformer {

/** What core knows of a step. */
struct StepFacts
{
    /** Whose tensors a step shows. */
    enum class Site
    {
        FirstStack, ///< self-attention of the encoder, or of a decoder that is alone
        DecoderSelf,
        DecoderCross,
    };

    StepKind kind;
    std::string_view id;
    StepPart part;
    /** Null: every model has it. */
    bool (*applies)(const ModelConfig& config) = nullptr;
    /** The tensor without which the step has no picture; null if it needs none. */
    std::string (*tensor)(AttentionSite site) = nullptr;
    /** What else a run must have for it; null: nothing. */
    bool (*recorded)(const Trace& trace) = nullptr;
    /** Whether the short walk leads here; null: it does not. */
    bool (*is_short)(const ModelConfig& config) = nullptr;
    bool shows_head = false;
    bool shows_weights = false; ///< the map of weights, and all heads beside it
    Site site = Site::FirstStack;
    LayerInside inside = LayerInside::Attention;
    /** Null: d_model. */
    int (*width)(const ModelConfig& config) = nullptr;
};

/**
 * In the order of the walk. A step that stands at another place in another family has a row for each, of which
 * at most one applies.
 */
std::span<const StepFacts> allSteps();

} // namespace glassformer
