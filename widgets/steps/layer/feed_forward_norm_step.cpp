#include "widgets/steps/layer/norm_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

bool isBefore(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before;
}

} // namespace

extern const StepEntry feed_forward_norm_step{
    .kind = StepKind::FeedForwardNorm,
    .title =
        [](const ModelConfig& config) {
            return isBefore(config) ? StepText::tr("Norm before the feed-forward network")
                                    : StepText::tr("Norm after the feed-forward network");
        },
    .block =
        [](const ModelConfig& config) {
            return config.norm_kind == NormKind::Rms ? StepText::tr("RMSNorm") : StepText::tr("Layer norm");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().d_model);
        },
    .reading =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? StepText::tr("The same once more, with a gain and a bias of its own: the feed-forward "
                               "network reads norm(x), the stream goes past unchanged.")
                : StepText::tr("A norm brings the sum of every token to the same scale. What comes out is "
                               "the output of the layer.");
        },
    .view = [](QWidget* parent) -> StepView* { return new NormView(NormPlace::FeedForward, parent); },
    .explain =
        [](const StepContext& context) { return normExplanationContent(context, NormPlace::FeedForward); },
    .notice =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? NoticeText::tr("In the stream numbers can grow from layer to layer. The norm keeps what a "
                                 "block reads at one size, so that the next matrix can work with it.")
                : NoticeText::tr(
                    "However large the two summands were, every vector leaves the layer at one size.");
        },
};

} // namespace glassformer
