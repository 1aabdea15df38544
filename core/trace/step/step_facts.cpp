#include "core/trace/step/step_facts.h"

#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

template <AttentionPart part> std::string attention(AttentionSite site)
{
    return attentionTensor(site, 0, part);
}

template <LayerPart part> std::string layer(AttentionSite site)
{
    return layerTensor(site, 0, part);
}

bool hasEncoder(const ModelConfig& config)
{
    return config.hasEncoder();
}

bool hasDecoder(const ModelConfig& config)
{
    return config.hasDecoder();
}

bool hasTwoStacks(const ModelConfig& config)
{
    return config.hasCrossAttention();
}

bool normsBefore(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before;
}

bool normsAfter(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::After;
}

bool decoderNormsBefore(const ModelConfig& config)
{
    return config.hasCrossAttention() && normsBefore(config);
}

bool decoderNormsAfter(const ModelConfig& config)
{
    return config.hasCrossAttention() && normsAfter(config);
}

bool isDecoderAlone(const ModelConfig& config)
{
    return !config.hasEncoder();
}

bool hasOutput(const ModelConfig& config)
{
    return config.has_output;
}

/** Where a model gives no words, its last vectors are what the walk leads to. */
bool hasNoOutput(const ModelConfig& config)
{
    return !config.has_output;
}

bool always(const ModelConfig&)
{
    return true;
}

/** Where norms come after, nothing in a run of another program shows that they do. */
bool tellsNorms(const Trace& trace)
{
    return trace.recorded.norms;
}

bool hasWordScores(const Trace& trace)
{
    return trace.late || (trace.has(logits_tensor) && trace.has(probabilities_tensor));
}

int hiddenWidth(const ModelConfig& config)
{
    return std::max(config.d_ff, config.d_model);
}

int vocabularyWidth(const ModelConfig& config)
{
    return std::max(config.vocabulary, config.d_model);
}

using Site = StepFacts::Site;

constexpr std::array all_steps{
    StepFacts{.kind = StepKind::Sentence, .id = "sentence", .part = StepPart::Input, .is_short = always},
    StepFacts{.kind = StepKind::Tokens, .id = "tokens", .part = StepPart::Input, .is_short = always},
    StepFacts{.kind = StepKind::Embedding,
        .id = "embedding",
        .part = StepPart::Input,
        .tensor = [](AttentionSite) -> std::string { return source_embedding_tensor; },
        .is_short = always},
    StepFacts{.kind = StepKind::Position,
        .id = "position",
        .part = StepPart::Input,
        .applies = addsPositions,
        .tensor = [](AttentionSite) -> std::string { return source_position_tensor; },
        .is_short = always},
    StepFacts{.kind = StepKind::EncoderInput,
        .id = "encoder-input",
        .part = StepPart::Input,
        .tensor = [](AttentionSite site) -> std::string { return stackInputTensor(site); }},
    StepFacts{.kind = StepKind::AttentionNorm,
        .id = "attention-norm",
        .part = StepPart::EncoderLayer,
        .applies = normsBefore,
        .tensor = layer<LayerPart::AttentionInput>},
    StepFacts{.kind = StepKind::QueryKeyValue,
        .id = "query-key-value",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Query>,
        .is_short = always,
        .shows_head = true},
    StepFacts{.kind = StepKind::Scores,
        .id = "scores",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Scores>,
        .is_short = always,
        .shows_head = true},
    StepFacts{.kind = StepKind::MaskedScores,
        .id = "masked-scores",
        .part = StepPart::EncoderLayer,
        .applies = isDecoderAlone,
        .tensor = attention<AttentionPart::Masked>,
        .is_short = always,
        .shows_head = true,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::Softmax,
        .id = "softmax",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Weights>,
        .is_short = always,
        .shows_head = true,
        .shows_weights = true},
    StepFacts{.kind = StepKind::WeightedSum,
        .id = "weighted-sum",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Mixed>,
        .is_short = always,
        .shows_head = true},
    StepFacts{.kind = StepKind::HeadsJoined,
        .id = "heads-joined",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Mixed>,
        .shows_head = true},
    StepFacts{.kind = StepKind::AttentionResidual,
        .id = "attention-residual",
        .part = StepPart::EncoderLayer,
        .tensor = layer<LayerPart::AttentionResidual>},
    StepFacts{.kind = StepKind::AttentionNorm,
        .id = "attention-norm",
        .part = StepPart::EncoderLayer,
        .applies = normsAfter,
        .tensor = layer<LayerPart::AttentionResidual>,
        .recorded = tellsNorms},
    StepFacts{.kind = StepKind::FeedForwardNorm,
        .id = "feed-forward-norm",
        .part = StepPart::EncoderLayer,
        .applies = normsBefore,
        .tensor = layer<LayerPart::FeedForwardInput>,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::FeedForward,
        .id = "feed-forward",
        .part = StepPart::EncoderLayer,
        .tensor = layer<LayerPart::FeedForwardHidden>,
        .inside = LayerInside::FeedForward,
        .width = hiddenWidth},
    StepFacts{.kind = StepKind::LayerOutput,
        .id = "layer-output",
        .part = StepPart::EncoderLayer,
        .tensor = layer<LayerPart::Output>,
        .is_short = always,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::FeedForwardNorm,
        .id = "feed-forward-norm",
        .part = StepPart::EncoderLayer,
        .applies = normsAfter,
        .tensor = layer<LayerPart::Output>,
        .recorded = tellsNorms,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::EncoderOutput,
        .id = "encoder-output",
        .part = StepPart::EncoderEnd,
        .applies = hasEncoder,
        .tensor = [](AttentionSite) -> std::string { return encoder_output_tensor; },
        .is_short = hasNoOutput},
    StepFacts{.kind = StepKind::TargetTokens,
        .id = "target-tokens",
        .part = StepPart::DecoderInput,
        .applies = hasTwoStacks},
    StepFacts{.kind = StepKind::DecoderInput,
        .id = "decoder-input",
        .part = StepPart::DecoderInput,
        .applies = hasTwoStacks,
        .tensor = [](AttentionSite) -> std::string { return decoder_input_tensor; }},
    StepFacts{.kind = StepKind::DecoderNorm,
        .id = "decoder-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsBefore,
        .tensor = layer<LayerPart::AttentionInput>,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::MaskedScores,
        .id = "masked-scores",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = attention<AttentionPart::Masked>,
        .is_short = always,
        .shows_head = true,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::MaskedAttention,
        .id = "masked-attention",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = attention<AttentionPart::Weights>,
        .shows_head = true,
        .shows_weights = true,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::DecoderResidual,
        .id = "decoder-residual",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = layer<LayerPart::AttentionResidual>,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::DecoderNorm,
        .id = "decoder-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsAfter,
        .tensor = layer<LayerPart::AttentionResidual>,
        .recorded = tellsNorms,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::CrossNorm,
        .id = "cross-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsBefore,
        .tensor = layer<LayerPart::CrossAttentionInput>,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::CrossAttention,
        .id = "cross-attention",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = attention<AttentionPart::Weights>,
        .is_short = always,
        .shows_head = true,
        .shows_weights = true,
        .site = Site::DecoderCross},
    StepFacts{.kind = StepKind::CrossResidual,
        .id = "cross-residual",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = layer<LayerPart::CrossAttentionResidual>,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::CrossNorm,
        .id = "cross-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsAfter,
        .tensor = layer<LayerPart::CrossAttentionResidual>,
        .recorded = tellsNorms,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::DecoderFeedForwardNorm,
        .id = "decoder-feed-forward-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsBefore,
        .tensor = layer<LayerPart::FeedForwardInput>,
        .site = Site::DecoderSelf,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::DecoderFeedForward,
        .id = "decoder-feed-forward",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = layer<LayerPart::FeedForwardHidden>,
        .site = Site::DecoderSelf,
        .inside = LayerInside::FeedForward,
        .width = hiddenWidth},
    StepFacts{.kind = StepKind::DecoderLayerOutput,
        .id = "decoder-layer-output",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = layer<LayerPart::Output>,
        .site = Site::DecoderSelf,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::DecoderFeedForwardNorm,
        .id = "decoder-feed-forward-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsAfter,
        .tensor = layer<LayerPart::Output>,
        .recorded = tellsNorms,
        .site = Site::DecoderSelf,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::DecoderOutput,
        .id = "decoder-output",
        .part = StepPart::Output,
        .applies = hasDecoder,
        .tensor = [](AttentionSite) -> std::string { return decoder_output_tensor; },
        .is_short = hasNoOutput},
    StepFacts{.kind = StepKind::Logits,
        .id = "logits",
        .part = StepPart::Output,
        .applies = hasOutput,
        .recorded = hasWordScores,
        .width = vocabularyWidth},
    StepFacts{.kind = StepKind::NextWord,
        .id = "next-word",
        .part = StepPart::Output,
        .applies = hasOutput,
        .recorded = hasWordScores,
        .is_short = always,
        .width = vocabularyWidth},
    StepFacts{.kind = StepKind::Answer,
        .id = "answer",
        .part = StepPart::Output,
        .applies = hasOutput,
        .recorded = [](const Trace& trace) { return !trace.written.empty(); }},
};

} // namespace

std::span<const StepFacts> allSteps()
{
    return all_steps;
}

} // namespace glassformer
