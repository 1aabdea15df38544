#include "core/trace/step_list.h"

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

bool belongsTo(const StepFacts& step, const ModelConfig& config)
{
    if (step.kind == StepKind::Position)
        return config.position_kind != PositionKind::None;
    switch (step.part) {
    case StepPart::Input:
        return true;
    case StepPart::EncoderLayer:
    case StepPart::EncoderEnd:
        return config.encoder_layers > 0;
    case StepPart::DecoderInput:
    case StepPart::DecoderLayer:
    case StepPart::Output:
        break;
    }
    return step.kind == StepKind::CrossAttention ? config.decoder_layers > 0 && config.encoder_layers > 0
                                                 : config.decoder_layers > 0;
}

} // namespace

std::vector<StepKind> stepsOf(const ModelConfig& config)
{
    std::vector<StepKind> kinds;
    for (const StepFacts& step : all_steps) {
        if (belongsTo(step, config))
            kinds.push_back(step.kind);
    }
    return kinds;
}

StepPart partOf(StepKind kind)
{
    return factsOf(kind).part;
}

bool isDecoderStep(StepKind kind)
{
    const StepPart part = partOf(kind);
    return part == StepPart::DecoderInput || part == StepPart::DecoderLayer || part == StepPart::Output;
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
