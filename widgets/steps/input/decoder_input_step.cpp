#include "widgets/steps/input/sum_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

namespace {

QString reading(const StepContext& context)
{
    const QString sum = addsPositions(context.config())
        ? StepText::tr("The tokens written so far: a row of the embedding table for each, plus its position.")
        : StepText::tr("The tokens written so far: a row of the embedding table for each.");
    return context.config().embedding_norm
        ? StepText::tr("%1 A norm brings every vector to the same scale before the first layer reads it.")
              .arg(sum)
        : sum;
}

} // namespace

extern const StepEntry decoder_input_step{
    .kind = StepKind::DecoderInput,
    .title = [](const ModelConfig&) { return StepText::tr("Input of the decoder"); },
    .block = [](const ModelConfig&) { return StepText::tr("Decoder input"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.target.size(), context.config().d_model);
        },
    .reading = reading,
    .view = [](QWidget* parent) -> StepView* {
        return new SumView(
            [](const Trace& trace, const Selection&) { return inputSum(trace, true); }, parent);
    },
    .explain =
        [](const StepContext& context) { return inputExplanationContent(context, InputStage::Sum, true); },
    .notice =
        [](const StepContext& context) {
            return addsPositions(context.config())
                ? NoticeText::tr(
                    "The decoder reads its own words exactly as the encoder reads yours: a row of the "
                    "table plus the position.")
                : NoticeText::tr(
                    "The decoder reads its own words exactly as the encoder reads yours: each is a "
                    "row of the table.");
        },
};

} // namespace glassformer
