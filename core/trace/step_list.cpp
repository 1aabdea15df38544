#include "core/trace/step_list.h"

#include "core/trace/tensor_name.h"

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

/** The tensor without which a step has no picture; empty if it needs none. */
std::string tensorOf(StepKind kind, const ModelConfig& config)
{
    const AttentionSite site = attentionSiteOf(kind, config);
    const auto attention = [site](AttentionPart part) { return attentionTensor(site, 0, part); };
    const auto layer = [site](LayerPart part) { return layerTensor(site, 0, part); };
    switch (kind) {
    case StepKind::Sentence:
    case StepKind::Tokens:
    case StepKind::TargetTokens:
    case StepKind::Answer:
    case StepKind::Logits:
    case StepKind::NextWord:
        return {};
    case StepKind::Embedding:
        return source_embedding_tensor;
    case StepKind::Position:
        return source_position_tensor;
    case StepKind::EncoderInput:
    case StepKind::DecoderInput:
        return stackInputTensor(kind == StepKind::DecoderInput ? AttentionSite::DecoderSelf : site);
    case StepKind::QueryKeyValue:
        return attention(AttentionPart::Query);
    case StepKind::Scores:
        return attention(AttentionPart::Scores);
    case StepKind::MaskedScores:
        return attention(AttentionPart::Masked);
    case StepKind::Softmax:
    case StepKind::MaskedAttention:
    case StepKind::CrossAttention:
        return attention(AttentionPart::Weights);
    case StepKind::WeightedSum:
    case StepKind::HeadsJoined:
        return attention(AttentionPart::Mixed);
    case StepKind::AttentionResidual:
        return layer(LayerPart::AttentionResidual);
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return layer(LayerPart::FeedForwardHidden);
    case StepKind::LayerOutput:
        return layer(LayerPart::Output);
    case StepKind::EncoderOutput:
        return encoder_output_tensor;
    case StepKind::DecoderOutput:
        return decoder_output_tensor;
    }
    return {};
}

/** names: sorted. */
bool isShown(StepKind kind, const Trace& trace, const std::vector<std::string>& names)
{
    const auto has = [&names](const std::string& name) {
        return std::binary_search(names.begin(), names.end(), name);
    };
    if (kind == StepKind::Logits || kind == StepKind::NextWord)
        return trace.late || (has(logits_tensor) && has(probabilities_tensor));
    if (kind == StepKind::Answer)
        return !trace.written.empty();
    const std::string name = tensorOf(kind, trace.config);
    return name.empty() || has(name);
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

std::vector<StepKind> stepsOf(const Trace& trace)
{
    const std::vector<std::string> names = trace.names();
    std::vector<StepKind> kinds = stepsOf(trace.config);
    kinds.erase(std::remove_if(
                    kinds.begin(), kinds.end(), [&](StepKind kind) { return !isShown(kind, trace, names); }),
        kinds.end());
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
