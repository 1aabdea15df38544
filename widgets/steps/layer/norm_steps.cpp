#include "widgets/steps/layer/norm_view.h"
#include "widgets/steps/step_entry.h"

#include <array>

namespace glassformer {
namespace {

/** What is said of a norm. */
struct NormTexts
{
    const char* title;
    const char* reading;
    const char* notice;
};

/** A norm of a layer: all that differs from one to the other. */
struct NormStep
{
    StepKind kind;
    NormPlace place;
    NormTexts before; ///< where it stands before its block
    NormTexts after;

    const NormTexts& textsFor(const ModelConfig& config) const
    {
        return config.norm_placement == NormPlacement::Before ? before : after;
    }
};

constexpr std::array norms{
    NormStep{StepKind::AttentionNorm, NormPlace::Attention,
        {QT_TRANSLATE_NOOP("Step", "Norm before attention"),
            QT_TRANSLATE_NOOP("Step",
                "A norm brings the vector of every token to the same scale. Attention reads what comes out, "
                "norm(x); the stream itself, x, goes past unchanged."),
            QT_TRANSLATE_NOOP("Notice",
                "Queries, keys and values are made of norm(x), not of x: redo a sum with the numbers before "
                "the norm and it will not come out.")},
        {QT_TRANSLATE_NOOP("Step", "Norm after attention"),
            QT_TRANSLATE_NOOP("Step",
                "A norm brings the sum of every token to the same scale. What comes out is the stream from "
                "here on."),
            QT_TRANSLATE_NOOP("Notice",
                "The norm stands on the stream itself here, as in the paper of 2017: nothing goes past it "
                "unchanged.")}},
    NormStep{StepKind::FeedForwardNorm, NormPlace::FeedForward,
        {QT_TRANSLATE_NOOP("Step", "Norm before the feed-forward network"),
            QT_TRANSLATE_NOOP("Step",
                "The same once more, with learned numbers of its own: the feed-forward network reads "
                "norm(x), the stream goes past unchanged."),
            QT_TRANSLATE_NOOP("Notice",
                "In the stream numbers can grow from layer to layer. The norm keeps what a block reads at "
                "one size, so that the next matrix can work with it.")},
        {QT_TRANSLATE_NOOP("Step", "Norm after the feed-forward network"),
            QT_TRANSLATE_NOOP("Step",
                "A norm brings the sum of every token to the same scale. What comes out is the output of the "
                "layer."),
            QT_TRANSLATE_NOOP("Notice",
                "However large the two summands were, every vector leaves the layer at much the same "
                "size.")}},
    NormStep{StepKind::DecoderNorm, NormPlace::Attention,
        {QT_TRANSLATE_NOOP("Step", "Norm before masked attention"),
            QT_TRANSLATE_NOOP(
                "Step", "As in the encoder: masked attention reads norm(x), the stream goes past unchanged."),
            QT_TRANSLATE_NOOP("Notice",
                "Every block of the decoder has a norm of its own in front of it, with learned numbers of "
                "its own.")},
        {QT_TRANSLATE_NOOP("Step", "Norm after masked attention"),
            QT_TRANSLATE_NOOP("Step",
                "As in the encoder: what attention found was added to the stream, and a norm brings the sum "
                "to one scale."),
            QT_TRANSLATE_NOOP("Notice",
                "Every block of the decoder has a norm of its own behind it, with learned numbers of its "
                "own.")}},
    NormStep{StepKind::CrossNorm, NormPlace::CrossAttention,
        {QT_TRANSLATE_NOOP("Step", "Norm before cross-attention"),
            QT_TRANSLATE_NOOP("Step",
                "Queries of cross-attention are made of norm(x). Its keys and values are made of the output "
                "of the encoder."),
            QT_TRANSLATE_NOOP("Notice",
                "Only the side of the decoder is normed here: the output of the encoder has its own norm "
                "already.")},
        {QT_TRANSLATE_NOOP("Step", "Norm after cross-attention"),
            QT_TRANSLATE_NOOP("Step",
                "What cross-attention found was added to the stream, and a norm brings the sum to one "
                "scale."),
            QT_TRANSLATE_NOOP("Notice",
                "Only the side of the decoder is normed here: the output of the encoder has its own norm "
                "already.")}},
    NormStep{StepKind::DecoderFeedForwardNorm, NormPlace::FeedForward,
        {QT_TRANSLATE_NOOP("Step", "Norm before the feed-forward network of the decoder"),
            QT_TRANSLATE_NOOP("Step",
                "The feed-forward network of the decoder reads norm(x), the stream goes past unchanged."),
            QT_TRANSLATE_NOOP("Notice",
                "What a norm multiplies by is learned: one number, the gain, for every dimension.")},
        {QT_TRANSLATE_NOOP("Step", "Norm after the feed-forward network of the decoder"),
            QT_TRANSLATE_NOOP(
                "Step", "A norm brings the sum to one scale. What comes out is the output of the layer."),
            QT_TRANSLATE_NOOP("Notice",
                "What a norm multiplies by is learned: one number, the gain, for every dimension.")}},
};

template <std::size_t index> StepEntry entry()
{
    static constexpr const NormStep& norm = norms[index];
    return {.kind = norm.kind,
        .title = [](const ModelConfig& config) { return StepText::tr(norm.textsFor(config).title); },
        .block =
            [](const ModelConfig& config) {
                return config.norm_kind == NormKind::Rms ? StepText::tr("RMSNorm")
                                                         : StepText::tr("Layer norm");
            },
        .detail = [](const StepContext& context) { return vectorsText(context, norm.kind); },
        .reading =
            [](const StepContext& context) { return StepText::tr(norm.textsFor(context.config()).reading); },
        .view = [](QWidget* parent) -> StepView* { return new NormView(norm.place, parent); },
        .explain = [](const StepContext& context) { return normExplanationContent(context, norm.place); },
        .notice =
            [](const StepContext& context) {
                return NoticeText::tr(norm.textsFor(context.config()).notice);
            }};
}

} // namespace

extern const std::array<StepEntry, norms.size()> norm_steps{
    entry<0>(), entry<1>(), entry<2>(), entry<3>(), entry<4>()};

} // namespace glassformer
