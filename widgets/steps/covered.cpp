#include "widgets/steps/covered.h"

namespace glassformer {

bool tellsAnswer(StepKind kind, const ModelConfig& config)
{
    switch (kind) {
    case StepKind::Sentence:
    case StepKind::Logits:
    case StepKind::NextWord:
    case StepKind::Answer:
        return config.has_output;
    default:
        // Rows and tokens of a decoder beside an encoder are what it has written.
        return isDecoderStep(kind, config);
    }
}

bool tellsAttention(StepKind kind)
{
    switch (kind) {
    case StepKind::Scores:
    case StepKind::MaskedScores:
    case StepKind::WeightedSum:
        return true;
    default:
        return showsWeights(kind);
    }
}

bool isCovered(StepKind kind, const ModelConfig& config, const Covered& covered)
{
    return (covered.answer && tellsAnswer(kind, config)) || (covered.attention && tellsAttention(kind));
}

} // namespace glassformer
