#include "widgets/steps/layer/heads_joined_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

namespace {

QString notice(const StepContext& context)
{
    const int removed = int(context.removedHeads().size()), heads = context.config().n_heads;
    if (removed == heads)
        return NoticeText::tr(
            "Training took all heads of this layer out: nothing of what they mix gets through W_O. The "
            "output is the bias alone, the same for every token.");
    if (removed > 0)
        return NoticeText::tr(
            "Training took %1 of the %2 heads of this layer out: W_O multiplies their columns by 0. It "
            "combines what the other heads have found.")
            .arg(removed)
            .arg(heads);
    return heads == 1
        ? NoticeText::tr("This model has one head in each layer; W_O turns what it found into the "
                         "dimensions of the stream.")
        : NoticeText::tr("Each head had only its own few columns to write to. W_O combines what the "
                         "heads have found for the first time.");
}

} // namespace

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
    .explain = joinedHeadsExplanationContent,
    .notice = notice,
};

} // namespace glassformer
