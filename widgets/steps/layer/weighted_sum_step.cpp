#include "widgets/steps/layer/weighted_sum_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry weighted_sum_step{
    .kind = StepKind::WeightedSum,
    .title = [](const ModelConfig&) { return StepText::tr("Weighted sum"); },
    .block = [](const ModelConfig&) { return StepText::tr("Weighted sum"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().headSize());
        },
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "The values of all tokens, each times its weight in the chosen row, added up.");
        },
    .view = [](QWidget* parent) -> StepView* { return new WeightedSumView(parent); },
    .explain = mixedValueExplanationContent,
    .notice =
        [](const StepContext& context) {
            return context.config().hasEncoder() || context.isMaskLifted()
                ? NoticeText::tr(
                    "Nothing is picked, everything is mixed: even a token with a small weight leaves a "
                    "trace in the sum.")
                : NoticeText::tr(
                    "Nothing is picked, everything that may be seen is mixed: even a token with a "
                    "small weight leaves a trace in the sum. Only masked ones leave none.");
        },
};

} // namespace glassformer
