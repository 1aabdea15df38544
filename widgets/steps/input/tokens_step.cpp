#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/steps/input/tokens_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {
namespace {

ExplanationContent explain(const StepContext& context)
{
    const std::vector<Token>& tokens = context.trace.source;
    const int index = std::clamp(context.selection.token, 0, int(tokens.size()) - 1);
    const Token& token = tokens[std::size_t(index)];
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this token is made");
    content.subject = ExplanationContent::tr("token {q:%1}, position %2")
                          .arg(formulaEscaped(textOf(token)), QString::number(index));
    if (token.id == no_id) {
        content.sections.push_back({ExplanationContent::tr("1 · Look it up"),
            ExplanationContent::tr("Its number in the vocabulary was not recorded."), {}, -1, {}, {}});
        return content;
    }
    content.sections.push_back({ExplanationContent::tr("1 · Look it up"),
        context.trace.recorded.vocabulary
            ? ExplanationContent::tr("“%1” is entry number `%2` of %3 in the vocabulary.")
                  .arg(formulaEscaped(textOf(token)), QString::number(token.id),
                      countText(context.config().vocabulary))
            : ExplanationContent::tr("“%1” is entry number `%2` in the vocabulary.")
                  .arg(formulaEscaped(textOf(token)), QString::number(token.id)),
        {}, -1, {}, {}});
    content.sections.push_back({ExplanationContent::tr("2 · Hand on the number"),
        ExplanationContent::tr("From here on the letters are forgotten; the model works with `%1`.")
            .arg(token.id),
        {}, -1, {}, {}});
    return content;
}

} // namespace

extern const StepEntry tokens_step{
    .kind = StepKind::Tokens,
    .title = [](const ModelConfig&) { return StepText::tr("Tokens"); },
    .block = [](const ModelConfig&) { return StepText::tr("Text → tokens"); },
    .detail = [](const StepContext& context) { return QString::number(context.trace.source.size()); },
    .reading =
        [](const StepContext&) {
            return StepText::tr("The text is cut into pieces of the vocabulary; each has a number.");
        },
    .view = [](QWidget* parent) -> StepView* { return new TokensView(parent); },
    .explain = explain,
    .notice =
        [](const StepContext&) {
            return NoticeText::tr(
                "The model never sees letters, only these numbers. Change one letter of a word: "
                "it becomes another entry of the vocabulary, or falls into several pieces.");
        },
};

} // namespace glassformer
