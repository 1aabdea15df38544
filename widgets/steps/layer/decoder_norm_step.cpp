#include "widgets/steps/layer/norm_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

bool isBefore(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before;
}

} // namespace

extern const StepEntry decoder_norm_step{
    .kind = StepKind::DecoderNorm,
    .title =
        [](const ModelConfig& config) {
            return isBefore(config) ? StepText::tr("Norm before masked attention")
                                    : StepText::tr("Norm after masked attention");
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
                    "As in the encoder: masked attention reads norm(x), the stream goes past unchanged.")
                : StepText::tr("As in the encoder: what attention found was added to the stream, and a norm "
                               "brings the sum to one scale.");
        },
    .view = [](QWidget* parent) -> StepView* { return new NormView(NormPlace::Attention, parent); },
    .explain =
        [](const StepContext& context) { return normExplanationContent(context, NormPlace::Attention); },
    .notice =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? NoticeText::tr("Every block of the decoder has a norm of its own in front of it, with its "
                                 "own gain and bias.")
                : NoticeText::tr("Every block of the decoder has a norm of its own behind it, with its own "
                                 "gain and bias.");
        },
};

} // namespace glassformer
