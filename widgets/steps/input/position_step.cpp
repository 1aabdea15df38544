#include "widgets/steps/input/position_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry position_step{
    .kind = StepKind::Position,
    .title =
        [](const ModelConfig& config) {
            return config.position_kind == PositionKind::Learned ? StepText::tr("Learned positions")
                                                                 : StepText::tr("Positional encoding");
        },
    .block = [](const ModelConfig&) { return StepText::tr("Position"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().embeddingWidth());
        },
    .reading =
        [](const StepContext& context) {
            return context.config().position_kind == PositionKind::Learned
                ? StepText::tr("Each position has a row of its own in a second table, found by training.")
                : StepText::tr("Sines and cosines of many wavelengths tell each position from every other.");
        },
    .view = [](QWidget* parent) -> StepView* { return new PositionView(parent); },
    .explain =
        [](const StepContext& context) {
            return inputExplanationContent(context, InputStage::Position, false);
        },
    .notice =
        [](const StepContext& context) {
            return context.config().hasEncoder()
                ? NoticeText::tr(
                    "Without this the model could not tell “dog bites man” from “man bites dog”: "
                    "attention itself does not know any order.")
                : NoticeText::tr(
                    "Attention itself does not know any order. Here the mask gives some of it away, "
                    "since each token sees only those before it; the positions tell the rest.");
        },
};

} // namespace glassformer
