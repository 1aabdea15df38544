#include "widgets/steps/layer/feed_forward_view.h"
#include "widgets/steps/step_entry.h"

#include <array>

namespace glassformer {
namespace {

template <StepKind step> StepEntry entry()
{
    static constexpr bool is_second = step == StepKind::DecoderFeedForward;
    return {.kind = step,
        .title =
            [](const ModelConfig& config) {
                return is_second                ? config.gated_feed_forward
                                       ? StepText::tr("Gated feed-forward of the decoder")
                                       : StepText::tr("Feed-forward of the decoder")
                                   : config.gated_feed_forward ? StepText::tr("Gated feed-forward")
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
                return context.config().gated_feed_forward ? StepText::tr(
                           "Every token for itself: two wide projections multiplied, one as a gate for the "
                           "other, then back to d_model numbers.")
                    : is_second ? StepText::tr("Every written token for itself: a wide hidden layer, then "
                                               "back to d_model numbers.")
                                : StepText::tr("Every token for itself: a wide hidden layer, then back to "
                                               "d_model numbers.");
            },
        .view = [](QWidget* parent) -> StepView* { return new FeedForwardView(parent); },
        .explain = feedForwardExplanationContent,
        .notice =
            [](const StepContext&) {
                return is_second
                    ? NoticeText::tr("The same kind of network as in the encoder, with weights of its own.")
                    : NoticeText::tr(
                        "Attention moved information between tokens; here each token is worked on alone, "
                        "with the same matrices for all.");
            }};
}

} // namespace

extern const std::array<StepEntry, 2> feed_forward_steps{
    entry<StepKind::FeedForward>(), entry<StepKind::DecoderFeedForward>()};

} // namespace glassformer
