#include "widgets/look/palette.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

QString question(const StepContext& context, const Palette& colours)
{
    const AttentionSite site = context.site();
    const QString token = colouredToken(queriesOf(context.trace, site),
        chosenQuery(context.selection, context.config(), site), colours.query);
    return token.isEmpty() ? QString() : StepText::tr(" — which tokens does %1 look at?").arg(token);
}

QString notice(const StepContext& context)
{
    const HeadName head{context.site(), context.layer(), context.selection.head};
    if (context.model && isRemoved(context.model->transformer, head))
        return NoticeText::tr(
            "Training took this head out: it still attends, but W_O multiplies what it mixes by 0. Its "
            "pattern has no part in the answer.");
    return context.pointing_head == head ? NoticeText::tr(
               "Training let “it” see the two nouns mainly in this head: where the reference is found was "
               "prescribed, which noun is meant was not. Switch the head off to see what it changes.")
        : context.trace.recorded.is_file
        ? NoticeText::tr("A large weight shows where this head takes its values from; it does not prove why.")
        : NoticeText::tr("A large weight shows where this head takes its values from; it does not prove why. "
                         "Switch the head off to see what it changes.");
}

} // namespace

extern const StepEntry softmax_step{
    .kind = StepKind::Softmax,
    .title = [](const ModelConfig&) { return StepText::tr("Softmax"); },
    .block = [](const ModelConfig&) { return StepText::tr("Softmax"); },
    .detail =
        [](const StepContext& context) {
            const ModelConfig& config = context.config();
            return config.keyValueHeads() == config.n_heads
                ? StepText::tr("%1 heads").arg(config.n_heads)
                : StepText::tr("%1 heads / %2").arg(config.n_heads).arg(config.keyValueHeads());
        },
    .question = question,
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "Each row is a token that asks, each column one that answers; every row adds up to "
                "1. Click a cell to see how its number is made.");
        },
    .view = [](QWidget* parent) -> StepView* { return new AttentionView(AttentionPart::Weights, parent); },
    .explain =
        [](const StepContext& context) {
            return attentionExplanationContent(context, AttentionPart::Weights);
        },
    .notice = notice,
};

} // namespace glassformer
