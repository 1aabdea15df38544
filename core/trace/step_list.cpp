#include "core/trace/step_list.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

struct StepFacts
{
    StepKind kind;
    std::string_view id;
    StepPart part;
    bool shows_head = false;
};

// In the order of the walk, which is that of the enumeration.
constexpr std::array all_steps{
    StepFacts{StepKind::Sentence, "sentence", StepPart::Input},
    StepFacts{StepKind::Tokens, "tokens", StepPart::Input},
    StepFacts{StepKind::Embedding, "embedding", StepPart::Input},
    StepFacts{StepKind::Position, "position", StepPart::Input},
    StepFacts{StepKind::EncoderInput, "encoder-input", StepPart::Input},
    StepFacts{StepKind::QueryKeyValue, "query-key-value", StepPart::EncoderLayer, true},
    StepFacts{StepKind::Scores, "scores", StepPart::EncoderLayer, true},
    StepFacts{StepKind::Softmax, "softmax", StepPart::EncoderLayer, true},
    StepFacts{StepKind::WeightedSum, "weighted-sum", StepPart::EncoderLayer, true},
    StepFacts{StepKind::HeadsJoined, "heads-joined", StepPart::EncoderLayer, true},
    StepFacts{StepKind::AttentionResidual, "attention-residual", StepPart::EncoderLayer},
    StepFacts{StepKind::FeedForward, "feed-forward", StepPart::EncoderLayer},
    StepFacts{StepKind::LayerOutput, "layer-output", StepPart::EncoderLayer},
    StepFacts{StepKind::EncoderOutput, "encoder-output", StepPart::EncoderEnd},
    StepFacts{StepKind::TargetTokens, "target-tokens", StepPart::DecoderInput},
    StepFacts{StepKind::DecoderInput, "decoder-input", StepPart::DecoderInput},
    StepFacts{StepKind::MaskedScores, "masked-scores", StepPart::DecoderLayer, true},
    StepFacts{StepKind::MaskedAttention, "masked-attention", StepPart::DecoderLayer, true},
    StepFacts{StepKind::CrossAttention, "cross-attention", StepPart::DecoderLayer, true},
    StepFacts{StepKind::DecoderFeedForward, "decoder-feed-forward", StepPart::DecoderLayer},
    StepFacts{StepKind::DecoderOutput, "decoder-output", StepPart::Output},
    StepFacts{StepKind::Logits, "logits", StepPart::Output},
    StepFacts{StepKind::NextWord, "next-word", StepPart::Output},
    StepFacts{StepKind::Answer, "answer", StepPart::Output},
};

const StepFacts& factsOf(StepKind kind)
{
    return all_steps[static_cast<std::size_t>(kind)];
}

/** Steps of a decoder beside an encoder; a decoder alone goes through the steps that every model has. */
bool isOfSecondStack(const StepFacts& step)
{
    return step.part == StepPart::DecoderInput || step.part == StepPart::DecoderLayer;
}

bool belongsTo(const StepFacts& step, const ModelConfig& config)
{
    if (isOfSecondStack(step))
        return config.hasCrossAttention() || (step.kind == StepKind::MaskedScores && !config.hasEncoder());
    switch (step.kind) {
    case StepKind::Position: // a rotary model turns queries and keys, a relative one adds to the scores
        return config.position_kind != PositionKind::None && config.position_kind != PositionKind::Rotary
            && config.position_kind != PositionKind::Relative;
    case StepKind::EncoderOutput:
        return config.hasEncoder();
    case StepKind::DecoderOutput:
        return config.hasDecoder();
    case StepKind::Logits:
    case StepKind::NextWord:
    case StepKind::Answer:
        return config.has_output;
    default:
        return true;
    }
}

} // namespace

std::vector<StepKind> stepsOf(const ModelConfig& config)
{
    std::vector<StepKind> kinds;
    for (const StepFacts& step : all_steps) {
        if (belongsTo(step, config))
            kinds.push_back(step.kind);
    }
    // A decoder alone hides the future in the layer that every model has, between its scores and its weights.
    const auto masked = std::find(kinds.begin(), kinds.end(), StepKind::MaskedScores);
    if (!config.hasEncoder() && masked != kinds.end())
        std::rotate(std::find(kinds.begin(), kinds.end(), StepKind::Softmax), masked, masked + 1);
    return kinds;
}

StepPart partOf(StepKind kind, const ModelConfig& config)
{
    const bool is_masked_alone = kind == StepKind::MaskedScores && !config.hasEncoder();
    return is_masked_alone ? StepPart::EncoderLayer : factsOf(kind).part;
}

bool isDecoderStep(StepKind kind, const ModelConfig& config)
{
    return config.hasCrossAttention()
        && (isOfSecondStack(factsOf(kind)) || factsOf(kind).part == StepPart::Output);
}

bool hasPosition(StepKind kind, const ModelConfig& config)
{
    return factsOf(kind).part == StepPart::Output || isDecoderStep(kind, config);
}

bool showsHead(StepKind kind)
{
    return factsOf(kind).shows_head;
}

std::string_view stepId(StepKind kind)
{
    return factsOf(kind).id;
}

std::optional<StepKind> stepFromId(std::string_view id)
{
    for (const StepFacts& step : all_steps) {
        if (step.id == id)
            return step.kind;
    }
    return std::nullopt;
}

} // namespace glassformer
