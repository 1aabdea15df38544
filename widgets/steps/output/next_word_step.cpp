#include "widgets/steps/output/next_word_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

QString detail(const StepContext& context)
{
    const auto position = std::size_t(context.selection.position);
    const std::vector<Token>& written = context.trace.written;
    return position < written.size() ? textOf(written[position]) : QString();
}

} // namespace

extern const StepEntry next_word_step{
    .kind = StepKind::NextWord,
    .title =
        [](const ModelConfig& config) {
            return config.hasDecoder() ? StepText::tr("The next word")
                                       : StepText::tr("The word at a position");
        },
    .block =
        [](const ModelConfig& config) {
            return config.hasDecoder() ? StepText::tr("Next word") : StepText::tr("Word at a position");
        },
    .detail = detail,
    .reading =
        [](const StepContext& context) {
            return context.config().hasDecoder() && context.trace.recorded.is_file
                ? StepText::tr("Softmax makes probabilities of the scores: what could come next?")
                : context.config().hasDecoder()
                ? StepText::tr(
                    "Softmax makes probabilities of the scores. Click another word to make the model "
                    "write it.")
                : StepText::tr("Softmax makes probabilities of the scores: what could stand here?");
        },
    .view = [](QWidget* parent) -> StepView* { return new NextWordView(parent); },
    .explain = nextWordExplanationContent,
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "The model does not write a word, it writes a distribution. Which word is taken "
                "from it is decided outside of the network.");
        },
};

} // namespace glassformer
