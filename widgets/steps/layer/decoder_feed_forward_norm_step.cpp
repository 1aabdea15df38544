#include "widgets/steps/layer/norm_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

bool isBefore(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before;
}

} // namespace

extern const StepEntry decoder_feed_forward_norm_step{
    .kind = StepKind::DecoderFeedForwardNorm,
    .title =
        [](const ModelConfig& config) {
            return isBefore(config) ? StepText::tr("Norm before the feed-forward network of the decoder")
                                    : StepText::tr("Norm after the feed-forward network of the decoder");
        },
    .block =
        [](const ModelConfig& config) {
            return config.norm_kind == NormKind::Rms ? StepText::tr("RMSNorm") : StepText::tr("Layer norm");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.target.size(), context.config().d_model);
        },
    .reading =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? StepText::tr(
                    "The feed-forward network of the decoder reads norm(x), the stream goes past unchanged.")
                : StepText::tr(
                    "A norm brings the sum to one scale. What comes out is the output of the layer.");
        },
    .view = [](QWidget* parent) -> StepView* { return new NormView(NormPlace::FeedForward, parent); },
    .explain =
        [](const StepContext& context) { return normExplanationContent(context, NormPlace::FeedForward); },
    .notice =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? NoticeText::tr("Gain and bias are learned, one number of each for every dimension.")
                : NoticeText::tr("Gain and bias are learned, one number of each for every dimension.");
        },
};

} // namespace glassformer
