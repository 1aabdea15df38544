#include "widgets/steps/layer/norm_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

bool isBefore(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before;
}

} // namespace

extern const StepEntry cross_norm_step{
    .kind = StepKind::CrossNorm,
    .title =
        [](const ModelConfig& config) {
            return isBefore(config) ? StepText::tr("Norm before cross-attention")
                                    : StepText::tr("Norm after cross-attention");
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
                ? StepText::tr("Queries of cross-attention are made of norm(x). Its keys and values are made "
                               "of the output of the encoder.")
                : StepText::tr("What cross-attention found was added to the stream, and a norm brings the "
                               "sum to one scale.");
        },
    .view = [](QWidget* parent) -> StepView* { return new NormView(NormPlace::CrossAttention, parent); },
    .explain =
        [](const StepContext& context) { return normExplanationContent(context, NormPlace::CrossAttention); },
    .notice =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? NoticeText::tr("Only the side of the decoder is normed here: the output of the encoder has "
                                 "its own norm already.")
                : NoticeText::tr("Only the side of the decoder is normed here: the output of the encoder has "
                                 "its own norm already.");
        },
};

} // namespace glassformer
