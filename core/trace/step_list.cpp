#include "core/trace/step_list.h"

#include "core/model/tensor_name.h"
#include "core/trace/place.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

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
    bool shows_head = false;
    Site site = Site::FirstStack;
    LayerInside inside = LayerInside::Attention;
    /** Null: d_model. */
    int (*width)(const ModelConfig& config) = nullptr;
};

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

// In the order of the walk. A step that stands at another place in another family has a row for each, of which at most
// one applies.
constexpr std::array all_steps{
    StepFacts{.kind = StepKind::Sentence, .id = "sentence", .part = StepPart::Input},
    StepFacts{.kind = StepKind::Tokens, .id = "tokens", .part = StepPart::Input},
    StepFacts{.kind = StepKind::Embedding,
        .id = "embedding",
        .part = StepPart::Input,
        .tensor = [](AttentionSite) -> std::string { return source_embedding_tensor; }},
    StepFacts{.kind = StepKind::Position,
        .id = "position",
        .part = StepPart::Input,
        .applies = addsPositions,
        .tensor = [](AttentionSite) -> std::string { return source_position_tensor; }},
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
        .shows_head = true},
    StepFacts{.kind = StepKind::Scores,
        .id = "scores",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Scores>,
        .shows_head = true},
    StepFacts{.kind = StepKind::MaskedScores,
        .id = "masked-scores",
        .part = StepPart::EncoderLayer,
        .applies = isDecoderAlone,
        .tensor = attention<AttentionPart::Masked>,
        .shows_head = true,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::Softmax,
        .id = "softmax",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Weights>,
        .shows_head = true},
    StepFacts{.kind = StepKind::WeightedSum,
        .id = "weighted-sum",
        .part = StepPart::EncoderLayer,
        .tensor = attention<AttentionPart::Mixed>,
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
        .tensor = layer<LayerPart::AttentionResidual>},
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
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::FeedForwardNorm,
        .id = "feed-forward-norm",
        .part = StepPart::EncoderLayer,
        .applies = normsAfter,
        .tensor = layer<LayerPart::Output>,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::EncoderOutput,
        .id = "encoder-output",
        .part = StepPart::EncoderEnd,
        .applies = hasEncoder,
        .tensor = [](AttentionSite) -> std::string { return encoder_output_tensor; }},
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
        .shows_head = true,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::MaskedAttention,
        .id = "masked-attention",
        .part = StepPart::DecoderLayer,
        .applies = hasTwoStacks,
        .tensor = attention<AttentionPart::Weights>,
        .shows_head = true,
        .site = Site::DecoderSelf},
    StepFacts{.kind = StepKind::DecoderNorm,
        .id = "decoder-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsAfter,
        .tensor = layer<LayerPart::AttentionResidual>,
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
        .shows_head = true,
        .site = Site::DecoderCross},
    StepFacts{.kind = StepKind::CrossNorm,
        .id = "cross-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsAfter,
        .tensor = layer<LayerPart::CrossAttentionResidual>,
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
    StepFacts{.kind = StepKind::DecoderFeedForwardNorm,
        .id = "decoder-feed-forward-norm",
        .part = StepPart::DecoderLayer,
        .applies = decoderNormsAfter,
        .tensor = layer<LayerPart::Output>,
        .site = Site::DecoderSelf,
        .inside = LayerInside::FeedForward},
    StepFacts{.kind = StepKind::DecoderOutput,
        .id = "decoder-output",
        .part = StepPart::Output,
        .applies = hasDecoder,
        .tensor = [](AttentionSite) -> std::string { return decoder_output_tensor; }},
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
        .width = vocabularyWidth},
    StepFacts{.kind = StepKind::Answer,
        .id = "answer",
        .part = StepPart::Output,
        .applies = hasOutput,
        .recorded = [](const Trace& trace) { return !trace.written.empty(); }},
};

bool belongsTo(const StepFacts& step, const ModelConfig& config)
{
    return !step.applies || step.applies(config);
}

/** The row that applies; where none does, any of the step's rows. */
const StepFacts& factsOf(StepKind kind, const ModelConfig& config)
{
    const StepFacts* any = &all_steps.front();
    for (const StepFacts& step : all_steps) {
        if (step.kind != kind)
            continue;
        if (belongsTo(step, config))
            return step;
        any = &step;
    }
    return *any;
}

/** For what is the same in all rows of a step. */
const StepFacts& factsOf(StepKind kind)
{
    return *std::find_if(
        all_steps.begin(), all_steps.end(), [kind](const StepFacts& step) { return step.kind == kind; });
}

/** Steps of a decoder beside an encoder; a decoder alone goes through the steps that every model has. */
bool isOfSecondStack(const StepFacts& step)
{
    return step.part == StepPart::DecoderInput || step.part == StepPart::DecoderLayer;
}

bool isShown(StepKind kind, const Trace& trace, const std::vector<std::string>& sorted_names)
{
    const StepFacts& step = factsOf(kind, trace.config);
    if (step.recorded && !step.recorded(trace))
        return false;
    return !step.tensor
        || std::binary_search(
            sorted_names.begin(), sorted_names.end(), step.tensor(attentionSiteOf(kind, trace.config)));
}

} // namespace

AttentionSite attentionSiteOf(StepKind kind, const ModelConfig& config)
{
    switch (factsOf(kind).site) {
    case Site::DecoderSelf:
        return AttentionSite::DecoderSelf;
    case Site::DecoderCross:
        return AttentionSite::DecoderCross;
    case Site::FirstStack:
        break;
    }
    return config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
}

std::vector<StepKind> stepsOf(const ModelConfig& config)
{
    std::vector<StepKind> kinds;
    for (const StepFacts& step : all_steps) {
        if (belongsTo(step, config))
            kinds.push_back(step.kind);
    }
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

StepKind nearestStep(StepKind wanted, const Trace& trace)
{
    const StepFacts* last = &factsOf(wanted, trace.config); // rows stand in the order of the walk
    StepKind nearest = StepKind::Sentence;
    for (const StepKind kind : stepsOf(trace)) {
        if (&factsOf(kind, trace.config) <= last)
            nearest = kind;
    }
    return nearest;
}

StepPart partOf(StepKind kind, const ModelConfig& config)
{
    return factsOf(kind, config).part;
}

bool isDecoderStep(StepKind kind, const ModelConfig& config)
{
    const StepFacts& step = factsOf(kind, config);
    return config.hasCrossAttention() && (isOfSecondStack(step) || step.part == StepPart::Output);
}

bool hasPosition(StepKind kind, const ModelConfig& config)
{
    return factsOf(kind, config).part == StepPart::Output || isDecoderStep(kind, config);
}

bool showsHead(StepKind kind)
{
    return factsOf(kind).shows_head;
}

bool showsLayer(StepKind kind, const ModelConfig& config)
{
    const StepPart part = partOf(kind, config);
    return part == StepPart::EncoderLayer || part == StepPart::DecoderLayer;
}

LayerInside insideOf(StepKind kind)
{
    return factsOf(kind).inside;
}

int widthOf(StepKind kind, const ModelConfig& config)
{
    const StepFacts& step = factsOf(kind);
    return step.width ? step.width(config) : config.d_model;
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
