#include "widgets/steps/layer/feed_forward_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry feed_forward_step{
    .kind = StepKind::FeedForward,
    .title =
        [](const ModelConfig& config) {
            return config.gated_feed_forward ? StepText::tr("Gated feed-forward")
                                             : StepText::tr("Feed-forward");
        },
    .block =
        [](const ModelConfig& config) {
            return config.gated_feed_forward ? StepText::tr("Gated feed-forward")
                                             : StepText::tr("Feed-forward");
        },
    .detail = [](const StepContext& context) { return QString::number(context.config().d_ff); },
    .reading =
        [](const StepContext& context) {
            return context.config().gated_feed_forward
                ? StepText::tr(
                    "Every token for itself: two wide projections multiplied, one as a gate for the "
                    "other, then back to d_model numbers.")
                : StepText::tr("Every token for itself: a wide hidden layer, then back to d_model numbers.");
        },
    .view = [](QWidget* parent) -> StepView* { return new FeedForwardView(parent); },
    .explain = feedForwardExplanationContent,
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "Attention moved information between tokens; here each token is worked on alone, with "
                "the same matrices for all.");
        },
};

} // namespace glassformer
