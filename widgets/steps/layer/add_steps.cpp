#include "widgets/steps/input/sum_view.h"
#include "widgets/steps/step_entry.h"

#include <array>

namespace glassformer {
namespace {

/** A sum of a layer, what came in plus what a block put out: all that differs from one to the other. */
struct AddStep
{
    StepKind kind;
    NormPlace place; ///< the block behind which it stands
    const char* title;
    const char* added; ///< heading of what the block put out
    const char* label; ///< the same, short
    const char* reading;
    const char* notice;

    /** Whether the sum is what the layer puts out: the last one, unless it is normed. */
    bool isOutput(const ModelConfig& config) const
    {
        return place == NormPlace::FeedForward && config.norm_placement == NormPlacement::Before;
    }
};

constexpr const char* feed_forward_reading = QT_TRANSLATE_NOOP("Step",
    "The output of the feed-forward network is added to what came in: the second residual "
    "connection of the layer.");
constexpr const char* decoder_feed_forward_reading = QT_TRANSLATE_NOOP("Step",
    "The output of the feed-forward network is added to what came in: the third residual connection "
    "of the layer.");

constexpr std::array adds{
    AddStep{StepKind::AttentionResidual, NormPlace::Attention,
        QT_TRANSLATE_NOOP("Step", "Add after attention"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "+ output of attention"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "attention"),
        QT_TRANSLATE_NOOP("Step",
            "The output of attention is added to what came in. This path around a block is called the "
            "residual connection."),
        QT_TRANSLATE_NOOP("Notice",
            "The token keeps what it was and gets something added. That is one reason why a network of many "
            "layers can still be trained.")},
    AddStep{StepKind::LayerOutput, NormPlace::FeedForward,
        QT_TRANSLATE_NOOP("Step", "Add after the feed-forward network"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "+ output of the feed-forward network"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "feed-forward"), feed_forward_reading, nullptr},
    AddStep{StepKind::DecoderResidual, NormPlace::Attention,
        QT_TRANSLATE_NOOP("Step", "Add after masked attention"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "+ output of masked attention"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "attention"),
        QT_TRANSLATE_NOOP("Step",
            "As in the encoder: the output of masked attention is added to what came in, the residual "
            "connection."),
        QT_TRANSLATE_NOOP("Notice",
            "Each of the three blocks of a decoder layer has such a path around it: masked attention, "
            "cross-attention and the feed-forward network.")},
    AddStep{StepKind::CrossResidual, NormPlace::CrossAttention,
        QT_TRANSLATE_NOOP("Step", "Add after cross-attention"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "+ output of cross-attention"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "cross-attention"),
        QT_TRANSLATE_NOOP("Step",
            "What cross-attention brings from the source is added to the vector of each written token."),
        QT_TRANSLATE_NOOP("Notice",
            "This sum is the only place of a decoder layer where something of the encoder's output enters "
            "the vectors of the written tokens.")},
    AddStep{StepKind::DecoderLayerOutput, NormPlace::FeedForward,
        QT_TRANSLATE_NOOP("Step", "Add after the feed-forward network"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "+ output of the feed-forward network"),
        QT_TRANSLATE_NOOP("glassformer::SumView", "feed-forward"), decoder_feed_forward_reading, nullptr},
};

/** What is said where a norm makes of the sum what goes on. */
QString aboutNorm(const StepContext& context)
{
    if (context.config().norm_placement == NormPlacement::Before)
        return {};
    return u' '
        + (context.trace.recorded.norms
                ? StepText::tr("The norm of this sum is the next step.")
                : StepText::tr("Whether a norm makes of it what goes on was not recorded."));
}

QString readingOfOutput(const StepContext& context)
{
    return !context.isLastLayer() ? StepText::tr("What layer %1 passes on to layer %2.")
                                        .arg(context.layer() + 1)
                                        .arg(context.layer() + 2)
                                  : StepText::tr("What the last layer puts out. One more norm follows before "
                                                 "anything reads it.");
}

QString noticeOfOutput(const StepContext& context)
{
    if (context.config().layer_groups > 0)
        return NoticeText::tr("Same shape as what came in. That is why layers can be stacked.");
    return context.isLastLayer()
        ? NoticeText::tr("Same shape as what came in. That is why layers can be stacked: each did the same "
                         "with weights of its own.")
        : NoticeText::tr("Same shape as what came in, so that the next layer can do the same again with "
                         "weights of its own.");
}

/** "= output of layer 3", "= sum", or of a run that does not tell whether it is one, "= what goes on". */
QString resultHeading(const AddStep& add, const Trace& trace, int layer)
{
    return add.isOutput(trace.config) ? SumView::tr("= output of layer %1").arg(layer + 1)
        : trace.config.norm_placement == NormPlacement::After && !trace.recorded.norms
        ? SumView::tr("→ what goes on")
        : SumView::tr("= sum");
}

SumContent sumOf(const AddStep& add, const Trace& trace, const Selection& selection)
{
    const AttentionSite site = siteOf(selection.step, trace.config);
    const int layer = selection.layerOf(site);
    const BlockSum sum = blockSum(trace, site, layer, add.place);
    SumContent content;
    content.parts = {{SumView::tr("residual path: what came in"), SumView::tr("x"), sum.stream},
        {SumView::tr(add.added), SumView::tr(add.label), sum.added},
        {resultHeading(add, trace, layer),
            add.isOutput(trace.config) ? SumView::tr("output") : SumView::tr("sum"), sum.sum}};
    return content;
}

template <std::size_t index> StepEntry entry()
{
    static constexpr const AddStep& add = adds[index];
    return {.kind = add.kind,
        .title =
            [](const ModelConfig& config) {
                return add.isOutput(config) ? StepText::tr("Add: output of the layer")
                                            : StepText::tr(add.title);
            },
        .block =
            [](const ModelConfig& config) {
                return add.isOutput(config) ? StepText::tr("Add: layer output") : StepText::tr("Add");
            },
        .detail = [](const StepContext& context) { return vectorsText(context, add.kind); },
        .reading =
            [](const StepContext& context) {
                return add.isOutput(context.config()) ? readingOfOutput(context)
                                                      : StepText::tr(add.reading) + aboutNorm(context);
            },
        .view = [](QWidget* parent) -> StepView* {
            return new SumView(
                [](const Trace& trace, const Selection& selection) { return sumOf(add, trace, selection); },
                parent);
        },
        .explain = [](const StepContext& context) { return sumExplanationContent(context, add.place); },
        .notice =
            [](const StepContext& context) {
                return add.notice ? NoticeText::tr(add.notice) : noticeOfOutput(context);
            }};
}

} // namespace

extern const std::array<StepEntry, adds.size()> add_steps{
    entry<0>(), entry<1>(), entry<2>(), entry<3>(), entry<4>()};

} // namespace glassformer
