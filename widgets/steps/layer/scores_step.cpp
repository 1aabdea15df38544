#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

QString reading(const StepContext& context)
{
    const ModelConfig& config = context.config();
    const bool has_bias = config.position_kind == PositionKind::Relative;
    if (!config.scale_scores)
        return has_bias ? StepText::tr("Each query times each key, plus a learned number for their distance.")
                        : StepText::tr("Each query times each key.");
    return has_bias ? StepText::tr(
               "Each query times each key, divided by √d_k, plus a learned number for their distance.")
                    : StepText::tr("Each query times each key, divided by √d_k.");
}

} // namespace

extern const StepEntry scores_step{
    .kind = StepKind::Scores,
    .title = [](const ModelConfig&) { return StepText::tr("Scores"); },
    .block =
        [](const ModelConfig& config) {
            return config.position_kind == PositionKind::Relative ? StepText::tr("Scores + distance")
                : config.scale_scores                             ? StepText::tr("Scores ÷ √d")
                                                                  : StepText::tr("Scores");
        },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), int(context.trace.source.size()));
        },
    .reading = reading,
    .view = [](QWidget* parent) -> StepView* { return new AttentionView(AttentionPart::Scores, parent); },
    .explain =
        [](const StepContext& context) {
            return attentionExplanationContent(context, AttentionPart::Scores);
        },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "A score is high where {q:query} and {k:key} point in similar directions, and the "
                "higher the longer they are. Row and column differ: what one token asks of another "
                "is not what the other asks of it.");
        },
};

} // namespace glassformer
