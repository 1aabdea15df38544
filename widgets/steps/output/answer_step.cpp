#include "widgets/steps/output/answer_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry answer_step{
    .kind = StepKind::Answer,
    .title = [](const ModelConfig&) { return StepText::tr("The answer"); },
    .block = [](const ModelConfig&) { return StepText::tr("Answer"); },
    .reading =
        [](const StepContext& context) {
            return !context.config().hasDecoder() ? StepText::tr("The sentence with its gaps filled.")
                : context.trace.ended
                ? StepText::tr("The finished sentence, token by token.")
                : StepText::tr("The sentence as far as it was written, token by token.");
        },
    .view = [](QWidget* parent) -> StepView* { return new AnswerView(parent); },
    .explain =
        [](const StepContext& context) {
            return saidContent(ExplanationContent::tr("What happens here"),
                context.config().hasCrossAttention() ? ExplanationContent::tr(
                    "Choose a written token to see which source tokens were looked at when it was written.")
                                                     : ExplanationContent::tr(
                                                         "Choose a token to see which tokens it looked at."));
        },
    .notice =
        [](const StepContext& context) {
            return context.config().hasDecoder()
                ? NoticeText::tr("Choose a written word and go back one step to see what it was chosen from.")
                : NoticeText::tr(
                    "Choose a position and go back one step to see what else could stand there.");
        },
};

} // namespace glassformer
