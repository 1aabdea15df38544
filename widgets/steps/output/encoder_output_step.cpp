#include "widgets/steps/layer/stream_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry encoder_output_step{
    .kind = StepKind::EncoderOutput,
    .title =
        [](const ModelConfig& config) {
            return config.hasDecoder() ? StepText::tr("Output of the encoder") : StepText::tr("Last vectors");
        },
    .block =
        [](const ModelConfig& config) {
            return config.hasDecoder() ? StepText::tr("Encoder output") : StepText::tr("Last vectors");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().d_model);
        },
    .reading =
        [](const StepContext& context) {
            const bool is_normed = context.config().norm_placement == NormPlacement::Before;
            return !context.config().hasDecoder() ? is_normed
                    ? StepText::tr("After the last layer and one more norm: one vector for every token.")
                    : StepText::tr("After the last layer: one vector for every token.")
                : is_normed ? StepText::tr(
                      "After the last layer and one more norm: what the decoder reads of the sentence.")
                            : StepText::tr("After the last layer: what the decoder reads of the sentence.");
        },
    .view = [](QWidget* parent) -> StepView* { return new StreamView(parent); },
    .explain = stackOutputExplanationContent,
    .notice =
        [](const StepContext& context) {
            return context.config().hasDecoder()
                ? NoticeText::tr(
                    "There is no single vector for the sentence: the decoder can look at every token "
                    "for every word that it writes.")
                : NoticeText::tr(
                    "There is no single vector for the sentence: every token has kept one of its own, "
                    "and has taken in what the heads brought from the others.");
        },
};

} // namespace glassformer
