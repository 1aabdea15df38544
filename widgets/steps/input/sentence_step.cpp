#include "widgets/steps/input/sentence_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry sentence_step{
    .kind = StepKind::Sentence,
    .title = [](const ModelConfig&) { return StepText::tr("The sentence"); },
    .block = [](const ModelConfig&) { return StepText::tr("Sentence"); },
    .reading =
        [](const StepContext&) {
            return StepText::tr(
                "What goes in and what comes out. Everything in between is shown step by step.");
        },
    .view = [](QWidget* parent) -> StepView* { return new SentenceView(parent); },
    .explain =
        [](const StepContext& context) {
            return saidContent(ExplanationContent::tr("What happens here"),
                context.trace.recorded.is_file
                    ? ExplanationContent::tr("The text of a run that was recorded. Press Next to follow it "
                                             "through the model, one step at a time.")
                    : ExplanationContent::tr(
                        "The text goes in as you typed it. Press Next to follow it through the "
                        "model, one step at a time."));
        },
    .notice =
        [](const StepContext& context) {
            if (context.trace.recorded.is_file)
                return NoticeText::tr(
                    "Everything that follows was recorded of one run of a trained network on exactly this "
                    "text.");
            return context.config().hasEncoder()
                ? NoticeText::tr(
                    "Everything that follows is one run of a trained network on exactly this text. "
                    "Change a word: its own numbers change at once, and through attention those of "
                    "the other words change with them.")
                : NoticeText::tr(
                    "Everything that follows is one run of a trained network on exactly this text. "
                    "Change a word: its own numbers change at once, and through attention those of "
                    "the words after it. Nothing before it changes.");
        },
};

} // namespace glassformer
