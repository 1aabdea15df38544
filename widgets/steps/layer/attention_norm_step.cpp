#include "widgets/steps/layer/norm_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

bool isBefore(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before;
}

} // namespace

extern const StepEntry attention_norm_step{
    .kind = StepKind::AttentionNorm,
    .title =
        [](const ModelConfig& config) {
            return isBefore(config) ? StepText::tr("Norm before attention")
                                    : StepText::tr("Norm after attention");
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
                ? StepText::tr("A norm brings the vector of every token to the same scale. Attention reads "
                               "what comes out, norm(x); the stream itself, x, goes past unchanged.")
                : StepText::tr("A norm brings the sum of every token to the same scale. What comes out is "
                               "the stream from here on.");
        },
    .view = [](QWidget* parent) -> StepView* { return new NormView(NormPlace::Attention, parent); },
    .explain =
        [](const StepContext& context) { return normExplanationContent(context, NormPlace::Attention); },
    .notice =
        [](const StepContext& context) {
            return isBefore(context.config())
                ? NoticeText::tr("Queries, keys and values are made of norm(x), not of x: redo a sum with "
                                 "the numbers on the left and it will not come out.")
                : NoticeText::tr("The norm stands on the stream itself here, as in the paper of 2017: "
                                 "nothing goes past it unchanged.");
        },
};

} // namespace glassformer
