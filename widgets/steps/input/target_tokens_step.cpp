#include "widgets/steps/input/target_tokens_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry target_tokens_step{
    .kind = StepKind::TargetTokens,
    .title = [](const ModelConfig&) { return StepText::tr("Written so far"); },
    .block = [](const ModelConfig&) { return StepText::tr("Written so far"); },
    .detail = [](const StepContext& context) { return QString::number(context.trace.target.size()); },
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "The decoder writes one token at a time. Choose the one that it is about to write.");
        },
    .view = [](QWidget* parent) -> StepView* { return new TargetTokensView(parent); },
    .explain =
        [](const StepContext&) {
            return saidContent(ExplanationContent::tr("What happens here"),
                ExplanationContent::tr(
                    "The decoder reads the start token and what it has written, and predicts "
                    "one token more."));
        },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "Each token that was written becomes input for the next one. An early slip is "
                "therefore carried on.");
        },
};

} // namespace glassformer
