#include "widgets/steps/input/embedding_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry embedding_step{
    .kind = StepKind::Embedding,
    .title = [](const ModelConfig&) { return StepText::tr("Embedding"); },
    .block = [](const ModelConfig&) { return StepText::tr("Embedding"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().embeddingWidth());
        },
    .reading =
        [](const StepContext& context) {
            return context.config().scale_embedding
                ? StepText::tr("Each token's number picks one row of the embedding table, times √d_model.")
                : StepText::tr("Each token's number picks one row of the embedding table.");
        },
    .view = [](QWidget* parent) -> StepView* { return new EmbeddingView(parent); },
    .explain =
        [](const StepContext& context) {
            return inputExplanationContent(context, InputStage::Embedding, false);
        },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "The same token has the same row wherever it stands: nothing of its sentence is "
                "in it yet. A single column seldom has a meaning of its own.");
        },
};

} // namespace glassformer
