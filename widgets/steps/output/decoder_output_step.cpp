#include "widgets/steps/layer/stream_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry decoder_output_step{
    .kind = StepKind::DecoderOutput,
    .title =
        [](const ModelConfig& config) {
            return config.hasEncoder() ? StepText::tr("Output of the decoder") : StepText::tr("Last vectors");
        },
    .block =
        [](const ModelConfig& config) {
            return config.hasEncoder() ? StepText::tr("Decoder output") : StepText::tr("Last vectors");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.target.size(), context.config().d_model);
        },
    .reading =
        [](const StepContext& context) {
            const bool is_normed = context.config().norm_placement == NormPlacement::Before;
            return !context.config().has_output ? is_normed
                    ? StepText::tr("After the last layer and one more norm: one vector for every token.")
                    : StepText::tr("After the last layer: one vector for every token.")
                : is_normed ? StepText::tr("After the last layer and one more norm: one vector for every "
                                           "position, from which the next word is predicted.")
                            : StepText::tr("After the last layer: one vector for every position, from which "
                                           "the next word is predicted.");
        },
    .view = [](QWidget* parent) -> StepView* { return new StreamView(parent); },
    .explain = stackOutputExplanationContent,
    .notice =
        [](const StepContext& context) {
            return context.config().has_output
                ? NoticeText::tr(
                    "One row of this matrix is all that the choice of the next word is made from.")
                : NoticeText::tr(
                    "Each vector knows what stands before its token; only the last one has seen the "
                    "whole text.");
        },
};

} // namespace glassformer
