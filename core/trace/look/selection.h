#pragma once

#include "core/trace/look/attention_look.h"
#include "core/trace/step/step.h"
#include "core/trace/trace.h"

#include <optional>

namespace glassformer {

/** Where the user looks. Every value is valid for its trace once clampedTo() was called. */
struct Selection
{
    StepKind step = StepKind::Sentence;
    int encoder_layer = 0;
    int decoder_layer = 0;
    int head = 0;
    int position = 0; ///< decoder step t: row of logits, of masked and of cross-attention
    int token = 0; ///< chosen source token (target token in the decoder's steps)
    std::optional<int> query; ///< chosen row of a heatmap
    std::optional<int> key; ///< chosen column of a heatmap
    int dimension = 0; ///< chosen component of a vector
    std::optional<int> word; ///< chosen entry of the vocabulary; none: the one that was written
    AttentionLook attention{}; ///< how maps of attention are looked at

    int layerOf(AttentionSite site) const
    {
        return site == AttentionSite::Encoder ? encoder_layer : decoder_layer;
    }

    bool operator==(const Selection&) const = default;
};

/** The nearest selection that the trace can show; cells outside the trace are dropped. */
Selection clampedTo(const Selection& selection, const Trace& trace);

} // namespace glassformer
