#include "widgets/look/palette.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

QString question(const StepContext& context, const Palette& colours)
{
    const QString token = colouredToken(context.trace.written,
        chosenQuery(context.selection, context.config(), context.site()), colours.value);
    return token.isEmpty() ? QString() : StepText::tr(" — where does it look to write %1?").arg(token);
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
            return StepText::tr("Where in the source the decoder looks while it writes each token.");
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
