#include "widgets/steps/input/sum_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

SumContent sumOf(const Trace& trace, const Selection&)
{
    return inputSum(trace, false);
}

QString reading(const StepContext& context)
{
    const ModelConfig& config = context.config();
    const QString sum = config.segments > 0
        ? StepText::tr(
            "Embedding plus position plus segment, which tells two sentences apart, is the input of "
            "the first layer.")
        : addsPositions(config) ? StepText::tr("Embedding plus position is the input of the first layer.")
                                : StepText::tr("No position is added here.");
    return config.embedding_norm
        ? StepText::tr("%1 A norm brings every vector to the same scale before the first layer reads it.")
              .arg(sum)
        : sum;
}

QString notice(const StepContext& context)
{
    switch (context.config().position_kind) {
    case PositionKind::Rotary:
    case PositionKind::Relative:
        return NoticeText::tr(
            "No number says yet where a token stands: that comes in where queries meet keys.");
    case PositionKind::None:
        return NoticeText::tr("No number says where a token stands.");
    default:
        return NoticeText::tr("Token and position share one vector. No number is set apart for either; the "
                              "layers learn to tell them apart.");
    }
}

} // namespace

extern const StepEntry encoder_input_step{
    .kind = StepKind::EncoderInput,
    .title =
        [](const ModelConfig& config) {
            return addsPositions(config) ? StepText::tr("Sum") : StepText::tr("Input of the first layer");
        },
    .block =
        [](const ModelConfig& config) {
            return !addsPositions(config) ? StepText::tr("Input")
                : config.embedding_norm   ? StepText::tr("Sum & norm")
                                          : StepText::tr("Sum");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().d_model);
        },
    .reading = reading,
    .view = [](QWidget* parent) -> StepView* { return new SumView(sumOf, parent); },
    .explain =
        [](const StepContext& context) { return inputExplanationContent(context, InputStage::Sum, false); },
    .notice = notice,
};

} // namespace glassformer
