#include "widgets/explanation_content.h"

#include "core/experiment/explanation.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <cmath>

namespace glassformer {

namespace {

constexpr std::size_t most_parts = 3;

struct Names
{
    QString query;
    QString key;
};

ExplanationSection dotProduct(const AttentionExplanation& e, const Names& names)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("1 · Dot product");
    section.text =
        QStringLiteral("{q:q}_{%1} · {k:k}_{%2} = `%3`").arg(names.query, names.key, numberText(e.dot));
    section.bars = e.products;
    section.bars_remark =
        ExplanationContent::tr("contribution of each of the %1 dimensions").arg(e.products.size());
    return section;
}

ExplanationSection scaling(const AttentionExplanation& e)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("2 · Scale by √d_k = √%1").arg(e.query.size());
    section.text = QStringLiteral("`%1 ÷ %2 =` *`%3`*")
                       .arg(numberText(e.dot), numberText(e.root, 2), numberText(e.score));
    return section;
}

ExplanationSection mask(const AttentionExplanation& e, const Names& names, int number, bool is_causal)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Mask").arg(number);
    if (!e.is_masked)
        section.text = ExplanationContent::tr("{k:%1} does not come after {q:%2}: the score stays.")
                           .arg(names.key, names.query);
    else if (is_causal && e.cell.key > e.cell.query)
        section.text = ExplanationContent::tr("{k:%1} comes after {q:%2}: the score becomes −∞.")
                           .arg(names.key, names.query);
    else
        section.text = ExplanationContent::tr("This connection is cut: the score becomes −∞.");
    return section;
}

ExplanationSection softmax(const AttentionExplanation& e, int number)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Softmax over the row").arg(number);
    const QString exponent = e.is_masked ? QStringLiteral("−∞")
        : e.shift == 0                   ? numberText(e.score, 2)
                       : QStringLiteral("%1−%2").arg(numberText(e.score, 2), numberText(e.shift, 2));
    section.text =
        QStringLiteral("e^{%1} ÷ Σ e^{s} = `%2 ÷ %3 =` *`%4`*")
            .arg(exponent, numberText(e.exponential, 2), numberText(e.total, 2), numberText(e.weight, 3));
    if (e.shift != 0)
        section.text += u'\n'
            + ExplanationContent::tr("{f:the largest score is taken off first; the result is the same}");
    return section;
}

ExplanationSection mix(const AttentionExplanation& e, const Trace& trace, const Names& names, int number)
{
    const std::vector<Token>& keys = keysOf(trace, e.cell.site);
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Mix the values").arg(number);
    section.text = QStringLiteral("z_{%1} =").arg(names.query);
    for (std::size_t i = 0; i < e.parts.size() && i < most_parts; ++i) {
        const ValuePart& part = e.parts[i];
        const QString name = formulaEscaped(textOf(keys[std::size_t(part.key)]));
        section.text += QStringLiteral("%1 `%2` {v:v}_{%3}")
                            .arg(i ? QStringLiteral(" +") : QString(), weightText(part.weight), name);
        VectorStrip strip;
        strip.label = QStringLiteral("{v:%1}").arg(name);
        for (const float value : part.value)
            strip.values.push_back(value * float(part.weight));
        strip.colours = HeatmapColours::ValueRole;
        section.strips.push_back(std::move(strip));
    }
    if (e.parts.size() > most_parts)
        section.text += QStringLiteral(" + …");
    VectorStrip result;
    result.label = QStringLiteral("= z");
    result.values = e.mixed;
    result.colours = HeatmapColours::ValueRole;
    result.is_strong = true;
    section.strips.push_back(std::move(result));
    if (e.head_is_off)
        section.text +=
            u'\n' + ExplanationContent::tr("This head is switched off: zeros go on in place of z.");
    return section;
}

} // namespace

ExplanationContent attentionExplanationContent(
    const Trace& trace, const Selection& selection, AttentionSite site)
{
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this number is made");
    const std::optional<int> query = chosenQuery(selection, trace.config, site);
    const std::optional<int> key = chosenKey(selection, trace.config, site);
    std::optional<AttentionExplanation> explanation;
    if (query && key)
        explanation = explainAttention(trace, {site, selection.layerOf(site), selection.head, *query, *key});
    if (query && key && !explanation) {
        const MatrixSlice weights = headOf(
            trace, attentionTensor(site, selection.layerOf(site), AttentionPart::Weights), selection.head);
        if (*query < weights.rows && *key < weights.columns)
            content.sections.push_back({ExplanationContent::tr("The weight"),
                ExplanationContent::tr(
                    "`%1`\nThis run was recorded without queries and keys, so there is nothing to "
                    "work it out from.")
                    .arg(numberText(double(weights(*query, *key)), 3)),
                {}, -1, {}, {}});
        return content;
    }
    if (!explanation) {
        content.sections.push_back({{},
            ExplanationContent::tr("Click a cell of the matrix: the row is the word that asks, the column "
                                   "the word that answers. "
                                   "Its number is then worked out here, with the numbers of this run."),
            {}, -1, {}, {}});
        return content;
    }
    const AttentionExplanation& e = *explanation;
    const Names names{formulaEscaped(textOf(queriesOf(trace, site)[std::size_t(e.cell.query)])),
        formulaEscaped(textOf(keysOf(trace, site)[std::size_t(e.cell.key)]))};
    content.subject = ExplanationContent::tr("cell {q:%1} → {k:%2}").arg(names.query, names.key);
    content.sections.push_back(dotProduct(e, names));
    content.sections.push_back(scaling(e));
    int number = 3;
    const bool is_causal = site == AttentionSite::DecoderSelf;
    if (is_causal || e.is_masked)
        content.sections.push_back(mask(e, names, number++, is_causal));
    const bool is_before_softmax =
        selection.step == StepKind::Scores || selection.step == StepKind::MaskedScores;
    if (is_before_softmax)
        return content;
    content.sections.push_back(softmax(e, number++));
    content.sections.push_back(mix(e, trace, names, number));
    return content;
}

} // namespace glassformer
