#include "widgets/explanation/explanation_content.h"

#include "core/trace/step/step_list.h"
#include "widgets/explanation/number_link.h"
#include "widgets/explanation/product_section.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>
#include <iterator>

namespace glassformer {
namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001

QString shown(double value)
{
    return numberText(value, digits);
}

ExplanationSection statistics(const NormExplanation& e, int dimension)
{
    ExplanationSection section;
    const QString count = QString::number(e.before.size());
    const bool is_rms = e.kind == NormKind::Rms;
    section.heading = is_rms ? ExplanationContent::tr("1 · Root mean square of the vector")
                             : ExplanationContent::tr("1 · Mean and variance of the vector");
    section.text = is_rms
        ? ExplanationContent::tr("mean square of its %1 numbers: `%2`").arg(count, shown(e.variance))
        : ExplanationContent::tr(
            "mean of its %1 numbers: `%2`\nmean square distance from that, the variance: `%3`")
              .arg(count, shown(e.mean), shown(e.variance));
    section.text += QStringLiteral("\n√( `%1 + %2` ) `= %3`")
                        .arg(shown(e.variance), QString::number(e.epsilon), shown(e.deviation));
    section.bars = e.before;
    section.marked_bar = dimension;
    section.bars_remark = ExplanationContent::tr("x: what is normed");
    return section;
}

/** What is normed: a record, or the sum at the step before. */
std::optional<Selection> normedPlace(const StepContext& context, const NormExplanation& e)
{
    if (e.summed.size() == 1)
        return lookAt(
            {e.summed.front(), every, e.place.row, e.place.column}, context.selection, context.trace);
    const std::vector<StepKind> steps = stepsOf(context.trace);
    const auto here = std::find(steps.begin(), steps.end(), context.selection.step);
    if (here == steps.begin() || here == steps.end())
        return std::nullopt;
    Selection before = context.selection;
    before.step = *std::prev(here);
    return before;
}

ExplanationSection division(const StepContext& context, const NormExplanation& e)
{
    ExplanationSection section;
    const QString value = placeLink(section, context, normedPlace(context, e), shown(e.value));
    const bool is_rms = e.kind == NormKind::Rms;
    section.heading = is_rms ? ExplanationContent::tr("2 · Divide by it")
                             : ExplanationContent::tr("2 · Bring to mean 0 and variance 1");
    section.text = is_rms
        ? QStringLiteral("`%1 ÷ %2 = %3`").arg(value, shown(e.deviation), shown(e.normalized))
        : QStringLiteral("`( %1 − %2 ) ÷ %3 = %4`")
              .arg(value, summandText(e.mean), shown(e.deviation), shown(e.normalized));
    return section;
}

} // namespace

std::vector<ExplanationSection> normSections(
    const StepContext& context, const NormExplanation& e, int dimension)
{
    ExplanationSection learned;
    learned.heading = e.has_bias ? ExplanationContent::tr("3 · Times gain, plus bias, both learned")
                                 : ExplanationContent::tr("3 · Times the learned gain");
    learned.text = e.has_bias
        ? QStringLiteral("`%1 × %2 + %3 =` *`%4`*")
              .arg(shown(e.normalized), summandText(e.gain), summandText(e.bias), shown(e.after))
        : QStringLiteral("`%1 × %2 =` *`%3`*").arg(shown(e.normalized), summandText(e.gain), shown(e.after));
    if (!e.changes.empty())
        learned.text += u'\n'
            + ExplanationContent::tr("An experiment set this number: the run goes on with `%1`.")
                  .arg(shown(e.result));
    return {statistics(e, dimension), division(context, e), std::move(learned)};
}

ExplanationContent normExplanationContent(const StepContext& context, NormPlace place)
{
    const AttentionSite site = context.site();
    const Selection& selection = context.selection;
    const int token = context.row();
    const QString title = ExplanationContent::tr("How this number is made");
    if (!context.model)
        return saidContent(title,
            context.config().norm_kind == NormKind::Rms && context.trace.recorded.norms
                ? ExplanationContent::tr("The gain of the norm was not recorded with this run.")
                : ExplanationContent::tr("Gain and bias of the norm were not recorded with this run."));
    const std::vector<Token>& tokens = queriesOf(context.trace, site);
    const std::optional<NormExplanation> e = explainNorm(context.trace, context.model->transformer,
        {normOutputTensor(context.config(), site, context.layer(), place), every, token,
            selection.dimension});
    if (!e || token >= int(tokens.size()))
        return saidContent(
            title, ExplanationContent::tr("Click a cell: its number is then worked out here."));
    ExplanationContent content;
    content.title = title;
    content.subject =
        ExplanationContent::tr("token {q:%1}, dimension %2")
            .arg(formulaEscaped(textOf(tokens[std::size_t(token)])), QString::number(selection.dimension));
    content.sections = normSections(context, *e, selection.dimension);
    return content;
}

} // namespace glassformer
