#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/explanation/aggregate_explanation.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/explanation/explanation_content.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <QStringList>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001
constexpr std::size_t most_lines = 8;

QString number(double value)
{
    return numberText(value, digits);
}

QString more(std::size_t count)
{
    return count > most_lines ? ExplanationContent::tr("{f:… and %n more}", nullptr, int(count - most_lines))
                              : QString();
}

ExplanationSection headsSection(const AggregateExplanation& e)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("1 · This cell in every head, largest first");
    QStringList lines;
    for (const HeadShare& share : e.heads) {
        section.bars.push_back(float(share.weight));
        if (std::size_t(lines.size()) < most_lines)
            lines << ExplanationContent::tr("layer %1, head %2: `%3`")
                         .arg(QString::number(share.head.layer + 1), QString::number(share.head.head + 1),
                             number(share.weight));
    }
    if (e.heads.size() > most_lines)
        lines << more(e.heads.size());
    section.text = lines.join(u'\n');
    section.bars_remark = ExplanationContent::tr("all %n heads", nullptr, int(e.heads.size()));
    return section;
}

ExplanationSection combinedSection(const AggregateExplanation& e)
{
    ExplanationSection section;
    const bool is_mean =
        e.aggregate == MapAggregate::MeanOfHeads || e.aggregate == MapAggregate::MeanOfLayers;
    section.heading =
        is_mean ? ExplanationContent::tr("2 · Their mean") : ExplanationContent::tr("2 · The largest");
    section.text = is_mean ? QStringLiteral("`%1 ÷ %2 =` *`%3`*")
                                 .arg(number(e.sum), QString::number(e.heads.size()), number(e.made))
                           : QStringLiteral("*`%1`*").arg(number(e.made));
    return section;
}

ExplanationSection lengthsSection(const AggregateExplanation& e)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("1 · Weight × length of the {v:value}, as a share of the row");
    section.text =
        ExplanationContent::tr("weight `%1`, length |{v:v}| = `%2`").arg(number(e.weight), number(e.length))
        + QStringLiteral("\n`%1 × %2 ÷ %3 =` *`%4`*")
              .arg(number(e.weight), number(e.length), number(e.row_total), number(e.made));
    return section;
}

std::vector<ExplanationSection> rolloutSections(const AggregateExplanation& e, const StepContext& context)
{
    const std::vector<Token>& tokens = queriesOf(context.trace, context.site());
    ExplanationSection past, through;
    past.heading = ExplanationContent::tr("1 · Half passes by");
    past.text = ExplanationContent::tr("`½ × %1 = %2` of what had arrived here before")
                    .arg(number(2 * e.passed_by), number(e.passed_by));
    through.heading = ExplanationContent::tr("2 · Half comes through the tokens that are looked at");
    QStringList lines;
    for (const RolloutPart& part : e.parts) {
        const double product = part.weight * part.arrived / 2;
        through.bars.push_back(float(product));
        if (std::size_t(lines.size()) < most_lines)
            lines << QStringLiteral("{k:%1}: `½ × %2 × %3 = %4`")
                         .arg(formulaEscaped(textOf(tokens[std::size_t(part.token)])), number(part.weight),
                             number(part.arrived), number(product));
    }
    if (e.parts.size() > most_lines)
        lines << more(e.parts.size());
    lines << ExplanationContent::tr("sum with the above: *`%1`*").arg(number(e.made));
    through.text = lines.join(u'\n');
    return {past, through};
}

ExplanationSection rescaledSection(const AggregateExplanation& e, std::size_t index)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Without the sink").arg(index);
    section.text = e.is_hidden
        ? ExplanationContent::tr("{k:This token} is left out: its `%1` is not shown.").arg(number(e.made))
        : e.hidden >= 1
        ? ExplanationContent::tr("The whole row rests on tokens that are left out: nothing remains.")
        : ExplanationContent::tr("`%1` of the row rests on tokens that are left out:").arg(number(e.hidden))
            + QStringLiteral("\n`%1 ÷ (1 − %2) =` *`%3`*")
                  .arg(number(e.made), number(e.hidden), number(e.result));
    return section;
}

std::vector<ExplanationSection> sectionsOf(const AggregateExplanation& e, const StepContext& context)
{
    switch (e.aggregate) {
    case MapAggregate::OneHead:
        return {};
    case MapAggregate::ValueLengths:
        return {lengthsSection(e)};
    case MapAggregate::Rollout:
        return rolloutSections(e, context);
    default:
        return {headsSection(e), combinedSection(e)};
    }
}

/** What several rows of the map come to in the chosen column. */
void addSum(ExplanationContent& content, const StepContext& context, const HeadName& head, int key)
{
    const AttentionLook& look = context.selection.attention;
    const std::vector<int> rows = summedQueries(context.selection, context.config(), context.site());
    if (rows.size() < 2 || look.merges_words)
        return;
    const ShownMap shown = shownMap(context.trace, head, look);
    const std::vector<Token>& tokens = queriesOf(context.trace, context.site());
    const MatrixSlice& map = shown.map.weights;
    if (key >= map.columns || rows.back() >= map.rows)
        return;
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Sum of %n rows", nullptr, int(rows.size()))
                          .arg(content.sections.size() + 1);
    QStringList lines;
    for (const int row : rows) {
        section.bars.push_back(map(row, key));
        if (std::size_t(lines.size()) < most_lines)
            lines << QStringLiteral("{q:%1}: `%2`")
                         .arg(
                             formulaEscaped(textOf(tokens[std::size_t(row)])), number(double(map(row, key))));
    }
    if (rows.size() > most_lines)
        lines << more(rows.size());
    lines << ExplanationContent::tr("sum: *`%1`*").arg(number(summedRows(map, rows)[std::size_t(key)]));
    section.text = lines.join(u'\n');
    content.sections.push_back(std::move(section));
}

} // namespace

ExplanationContent weightExplanationContent(const StepContext& context)
{
    const Trace& trace = context.trace;
    const std::optional<int> query = chosenQuery(context.selection, trace.config, context.site());
    const std::optional<int> key = chosenKey(context.selection, trace.config, context.site());
    ExplanationContent content = attentionExplanationContent(context, AttentionPart::Weights);
    if (!query || !key)
        return content;
    const HeadName head{context.site(), context.layer(), context.selection.head};
    const auto e = explainAggregate(trace, head, context.selection.attention, *query, *key);
    if (!e) {
        addSum(content, context, head, *key);
        return content;
    }
    std::vector<ExplanationSection> sections = sectionsOf(*e, context);
    // A head's own weight is worked out as always; only then its row is scaled.
    if (e->aggregate == MapAggregate::OneHead)
        sections = std::move(content.sections);
    if (e->is_hidden || e->hidden > 0)
        sections.push_back(rescaledSection(*e, sections.size() + 1));
    content.sections = std::move(sections);
    addSum(content, context, head, *key);
    return content;
}

} // namespace glassformer
