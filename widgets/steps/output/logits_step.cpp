#include "widgets/steps/output/logits_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry logits_step{
    .kind = StepKind::Logits,
    .title = [](const ModelConfig&) { return StepText::tr("Linear"); },
    .block = [](const ModelConfig&) { return StepText::tr("Linear"); },
    .detail = [](const StepContext& context) { return QString::number(context.config().vocabulary); },
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "One number for every entry of the vocabulary, of any sign: the scores, called "
                "logits, that softmax turns into probabilities.");
        },
    .view = [](QWidget* parent) -> StepView* { return new LogitsView(parent); },
    .explain = nextWordExplanationContent,
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "A score by itself says little: only the distances between scores count. Adding 5 "
                "to all of them changes no probability.");
        },
};

} // namespace glassformer
