#include "widgets/steps/layer/heads_joined_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry heads_joined_step{
    .kind = StepKind::HeadsJoined,
    .title = [](const ModelConfig&) { return StepText::tr("All heads joined"); },
    .block = [](const ModelConfig&) { return StepText::tr("Join heads"); },
    .detail =
        [](const StepContext& context) {
            return shapeText(context.trace.source.size(), context.config().d_model);
        },
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "What the heads have mixed stands side by side and is multiplied by one more matrix, "
                "W_O.");
        },
    .view = [](QWidget* parent) -> StepView* { return new HeadsJoinedView(parent); },
    .explain =
        [](const StepContext& context) {
            const ModelConfig& config = context.config();
            return saidContent(ExplanationContent::tr("What happens here"),
                ExplanationContent::tr(
                    "The %1 heads of the layer each hand over %2 numbers per token. Side by side "
                    "they are %3 numbers, and one more matrix, W_O, mixes them.")
                    .arg(config.n_heads)
                    .arg(config.headSize())
                    .arg(config.headsWidth()));
        },
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "Each head had only its own few columns to write to. W_O combines what the heads "
                "have found for the first time.");
        },
};

} // namespace glassformer
