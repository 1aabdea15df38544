#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry masked_scores_step{
    .kind = StepKind::MaskedScores,
    .title =
        [](const ModelConfig& config) {
            return config.hasEncoder() ? StepText::tr("Scores and mask") : StepText::tr("Mask");
        },
    .block =
        [](const ModelConfig& config) {
            return config.hasEncoder() ? StepText::tr("Masked scores") : StepText::tr("Causal mask");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.target.size(), int(context.trace.target.size()));
        },
    .reading =
        [](const StepContext& context) {
            return context.isMaskLifted()
                ? StepText::tr("An experiment has lifted the mask: tokens may look at what comes after them.")
                : context.config().hasEncoder()
                ? StepText::tr(
                    "A written token must not look at what comes after it: those scores become −∞.")
                : StepText::tr("A token must not look at what comes after it: those scores become −∞.");
        },
    .view = [](QWidget* parent) -> StepView* { return new AttentionView(AttentionPart::Masked, parent); },
    .explain =
        [](const StepContext& context) {
            return attentionExplanationContent(context, AttentionPart::Masked);
        },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "Training asks for the next token at every position of a text at once; without the "
                "mask the model could copy it. Whoever writes has nothing after the last token, "
                "so there the mask hides nothing.");
        },
};

} // namespace glassformer
