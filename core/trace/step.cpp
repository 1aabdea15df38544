#include "core/trace/step.h"

namespace glassformer {

AttentionSite attentionSiteOf(StepKind kind, const ModelConfig& config)
{
    switch (kind) {
    case StepKind::MaskedScores:
    case StepKind::MaskedAttention:
    case StepKind::DecoderFeedForward:
        return AttentionSite::DecoderSelf;
    case StepKind::CrossAttention:
        return AttentionSite::DecoderCross;
    default:
        return config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
    }
}

} // namespace glassformer
