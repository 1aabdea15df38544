#include "widgets/steps/input/sum_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

SumContent sumOf(const Trace& trace, const Selection& selection)
{
    const AttentionSite site = siteOf(selection.step, trace.config);
    const int layer = selection.layerOf(site);
    return {{{SumView::tr("residual path: what came in"), SumView::tr("x"),
                 layerTensor(site, layer, LayerPart::AttentionResidual)},
                {SumView::tr("+ output of the feed-forward network"), SumView::tr("feed-forward"),
                    layerTensor(site, layer, LayerPart::FeedForwardOutput)},
                {SumView::tr("= output of layer %1").arg(layer + 1), SumView::tr("output"),
                    layerTensor(site, layer, LayerPart::Output)}},
        trace.config.norm_placement == NormPlacement::After, false};
}

QString reading(const StepContext& context)
{
    if (!context.isLastLayer())
        return StepText::tr("What layer %1 passes on to layer %2.")
            .arg(context.layer() + 1)
            .arg(context.layer() + 2);
    if (context.config().norm_placement == NormPlacement::Before)
        return StepText::tr("What the last layer puts out. One more norm follows before anything reads it.");
    return StepText::tr("What the last layer puts out.");
}

} // namespace

extern const StepEntry layer_output_step{
    .kind = StepKind::LayerOutput,
    .title = [](const ModelConfig&) { return StepText::tr("Output of the layer"); },
    .block = [](const ModelConfig&) { return StepText::tr("Layer output"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().d_model);
        },
    .reading = reading,
    .view = [](QWidget* parent) -> StepView* { return new SumView(sumOf, parent); },
    .explain =
        [](const StepContext& context) { return sumExplanationContent(context, SumStage::FeedForward); },
    .notice =
        [](const StepContext& context) {
            return context.isLastLayer()
                ? NoticeText::tr(
                    "Same shape as what came in. That is why layers can be stacked: each did the same "
                    "with weights of its own.")
                : NoticeText::tr(
                    "Same shape as what came in, so that the next layer can do the same again with "
                    "weights of its own.");
        },
};

} // namespace glassformer
