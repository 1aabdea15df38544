#include "widgets/steps/layer/feed_forward_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry decoder_feed_forward_step{
    .kind = StepKind::DecoderFeedForward,
    .title =
        [](const ModelConfig& config) {
            return config.gated_feed_forward ? StepText::tr("Gated feed-forward of the decoder")
                                             : StepText::tr("Feed-forward of the decoder");
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
                : StepText::tr(
                    "Every written token for itself: a wide hidden layer, then back to d_model numbers.");
        },
    .view = [](QWidget* parent) -> StepView* { return new FeedForwardView(parent); },
    .explain = feedForwardExplanationContent,
    .notice =
        [](const StepContext&) {
            return NoticeText::tr("The same kind of network as in the encoder, with weights of its own.");
        },
};

} // namespace glassformer
