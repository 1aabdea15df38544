#include "widgets/look/palette.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

QString question(const StepContext& context, const Palette& colours)
{
    const std::optional<int> row = chosenQuery(context.selection, context.config(), context.site());
    const QString read = colouredToken(context.trace.target, row, colours.query);
    const QString written = colouredToken(context.trace.written, row, colours.value);
    return written.isEmpty()
        ? QString()
        : StepText::tr(" — after %1, where does it look to write %2?").arg(read, written);
}

} // namespace

extern const StepEntry cross_attention_step{
    .kind = StepKind::CrossAttention,
    .title = [](const ModelConfig&) { return StepText::tr("Cross-attention"); },
    .block = [](const ModelConfig&) { return StepText::tr("Cross-attention"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.target.size(), int(context.trace.source.size()));
        },
    .question = question,
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "Each row is named after the token read last and the one being written: where in "
                "the source the decoder looks at that moment. Every row adds up to 1.");
        },
    .view = [](QWidget* parent) -> StepView* { return new AttentionView(AttentionPart::Weights, parent); },
    .explain =
        [](const StepContext& context) {
            return attentionExplanationContent(context, AttentionPart::Weights);
        },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "{q:Queries} come from the tokens that were written, {k:keys} and {v:values} from "
                "the text that was read. Where the two order their words differently, the large "
                "weights leave the diagonal.");
        },
};

} // namespace glassformer
