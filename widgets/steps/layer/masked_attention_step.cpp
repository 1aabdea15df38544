#include "widgets/look/palette.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

QString question(const StepContext& context, const Palette& colours)
{
    const AttentionSite site = context.site();
    const QString token = colouredToken(
        context.trace.target, chosenQuery(context.selection, context.config(), site), colours.query);
    return token.isEmpty()       ? QString()
        : context.isMaskLifted() ? StepText::tr(" — which tokens does %1 look at?").arg(token)
                                 : StepText::tr(" — which tokens up to itself does %1 look at?").arg(token);
}

} // namespace

extern const StepEntry masked_attention_step{
    .kind = StepKind::MaskedAttention,
    .title = [](const ModelConfig&) { return StepText::tr("Masked attention"); },
    .block = [](const ModelConfig&) { return StepText::tr("Masked attention"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.target.size(), int(context.trace.target.size()));
        },
    .question = question,
    .reading =
        [](const StepContext& context) {
            return context.isMaskLifted()
                ? StepText::tr("How much each written token looks at every other: an experiment has lifted "
                               "the mask. Every row adds up to 1.")
                : StepText::tr(
                    "How much each written token looks at itself and at those before it; every row adds "
                    "up to 1.");
        },
    .view = [](QWidget* parent) -> StepView* { return new AttentionView(AttentionPart::Weights, parent); },
    .explain =
        [](const StepContext& context) {
            return attentionExplanationContent(context, AttentionPart::Weights);
        },
    .notice =
        [](const StepContext& context) {
            return context.isMaskLifted()
                ? NoticeText::tr("Training never let a token see those after it: what the model makes of "
                                 "them now, it has not learned.")
                : NoticeText::tr("The first token can only look at itself, so its weight is 1 whatever the "
                                 "numbers are.");
        },
};

} // namespace glassformer
