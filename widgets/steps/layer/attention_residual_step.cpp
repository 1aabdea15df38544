#include "core/experiment/explanation.h"
#include "widgets/steps/input/sum_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

bool isNormed(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::After;
}

SumContent sumOf(const Trace& trace, const Selection& selection)
{
    const AttentionSite site = siteOf(selection.step, trace.config);
    const int layer = selection.layerOf(site);
    const bool is_normed = isNormed(trace.config);
    const QString result = is_normed ? SumView::tr("norm of the sum") : SumView::tr("sum");
    return {{{SumView::tr("residual path: what came in"), SumView::tr("x"), layerInputTensor(site, layer)},
                {SumView::tr("+ output of attention"), SumView::tr("attention"),
                    attentionTensor(site, layer, AttentionPart::Output)},
                {is_normed ? SumView::tr("= norm of the sum") : SumView::tr("= sum"), result,
                    layerTensor(site, layer, LayerPart::AttentionResidual)}},
        is_normed, false};
}

} // namespace

extern const StepEntry attention_residual_step{
    .kind = StepKind::AttentionResidual,
    .title =
        [](const ModelConfig& config) {
            return !isNormed(config)                ? StepText::tr("Add")
                : config.norm_kind == NormKind::Rms ? StepText::tr("Add & RMSNorm")
                                                    : StepText::tr("Add & norm");
        },
    .block =
        [](const ModelConfig& config) {
            return !isNormed(config)                ? StepText::tr("Add")
                : config.norm_kind == NormKind::Rms ? StepText::tr("Add & RMSNorm")
                                                    : StepText::tr("Add & norm");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().d_model);
        },
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "The output of attention is added to what came in. This path around a block is "
                "called the residual connection.");
        },
    .view = [](QWidget* parent) -> StepView* { return new SumView(sumOf, parent); },
    .explain = [](const StepContext& context) { return sumExplanationContent(context, SumStage::Attention); },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "The token keeps what it was and gets something added. That is one reason why a "
                "network of many layers can still be trained.");
        },
};

} // namespace glassformer
