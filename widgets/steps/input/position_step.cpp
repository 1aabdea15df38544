#include "core/experiment/explanation/nearest_rows.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"
#include "widgets/look/number_text.h"
#include "widgets/steps/input/position_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

/** How alike the chosen position is to the other one of a cell. */
void addLikeness(ExplanationContent& content, const StepContext& context)
{
    const MatrixSlice positions = matrixOf(context.trace, source_position_tensor);
    const int token = context.selection.token;
    const std::optional<int> other = context.selection.key;
    if (!other || token >= positions.rows || *other >= positions.rows)
        return;
    const CosineExplanation e = explainCosine(positions, token, *other);
    ExplanationSection section;
    section.heading = ExplanationContent::tr("How alike positions %1 and %2 are").arg(token).arg(*other);
    section.text =
        QStringLiteral("p_{%1} · p_{%2} ÷ ( |p_{%1}| · |p_{%2}| )\n`= %3 ÷ ( %4 × %5 ) =` *`%6`*")
            .arg(QString::number(token), QString::number(*other), numberText(e.dot, 4),
                numberText(e.left_length, 4), numberText(e.right_length, 4), numberText(e.cosine, 4));
    content.sections.push_back(std::move(section));
}

} // namespace

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
            ExplanationContent content = inputExplanationContent(context, InputStage::Position, false);
            addLikeness(content, context);
            return content;
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
