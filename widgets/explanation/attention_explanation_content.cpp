#include "widgets/explanation/explanation_content.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/explanation/explanation.h"
#include "widgets/explanation/attention_row_section.h"
#include "widgets/explanation/change_sentence.h"
#include "widgets/explanation/head_vector_content.h"
#include "widgets/explanation/number_link.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <cmath>
#include <utility>

namespace glassformer {

namespace {

constexpr std::size_t most_parts = 3;

struct Names
{
    QString query;
    QString key;
};

constexpr int digits = 4; // so that every line can be worked out again to 0.0001

/** As a summand: negative ones in brackets. */
QString summand(double value)
{
    return value < 0 ? QStringLiteral("(%1)").arg(numberText(value, digits)) : numberText(value, digits);
}

QString result(double value, bool is_last)
{
    const QString number = QStringLiteral("`%1`").arg(numberText(value, digits));
    return is_last ? QStringLiteral("*%1*").arg(number) : number;
}

NumberPlace placeOf(const AttentionExplanation& e, AttentionPart part, int row, int column)
{
    return {attentionTensor(e.cell.site, e.cell.layer, part), e.cell.head, row, column};
}

ExplanationSection dotProduct(
    const StepContext& context, const AttentionExplanation& e, const Names& names, int number, bool is_score)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Dot product").arg(number);
    section.text =
        QStringLiteral("%1 · %2 = %3")
            .arg(numberLink(section, context, placeOf(e, AttentionPart::Query, e.cell.query, every),
                     QStringLiteral("{q:q}_{%1}").arg(names.query)),
                numberLink(section, context, placeOf(e, AttentionPart::Key, e.cell.key, every),
                    QStringLiteral("{k:k}_{%1}").arg(names.key)),
                result(e.dot, is_score));
    if (is_score)
        section.text += u'\n' + ExplanationContent::tr("{f:This model does not divide scores by √d_k.}");
    if (e.heads_per_key_value > 1)
        section.text += u'\n'
            + ExplanationContent::tr("{f:Query heads %1 to %2 share key/value head %3.}")
                  .arg(e.key_value_head * e.heads_per_key_value + 1)
                  .arg((e.key_value_head + 1) * e.heads_per_key_value)
                  .arg(e.key_value_head + 1);
    section.bars = e.products;
    section.bars_add_up = true;
    VectorStrip query, key;
    query.label = QStringLiteral("{q:q}_{%1}").arg(names.query);
    query.values = e.query;
    query.colours = HeatmapColours::QueryRole;
    key.label = QStringLiteral("{k:k}_{%1}").arg(names.key);
    key.values = e.key;
    key.colours = HeatmapColours::KeyRole;
    section.entering = {query, key};
    section.bars_remark =
        ExplanationContent::tr("contribution of each of the %1 dimensions").arg(e.products.size());
    return section;
}

ExplanationSection scaling(const AttentionExplanation& e, int number, bool is_score)
{
    ExplanationSection section;
    section.heading =
        ExplanationContent::tr("%1 · Scale by √d_k = √%2 = %3")
            .arg(QString::number(number), QString::number(e.query.size()), numberText(e.root, 2));
    section.text = QStringLiteral("`%1 ÷ √%2 =` %3")
                       .arg(numberText(e.dot, digits), QString::number(e.query.size()),
                           result(e.dot / e.root, is_score));
    return section;
}

ExplanationSection distanceBias(const AttentionExplanation& e, const Names& names, int number)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Add the bias of the distance").arg(number);
    section.text = ExplanationContent::tr("from {q:%1} to {k:%2}: `%3` places, bucket `%4`, bias `%5`")
                       .arg(names.query, names.key, numberText(e.cell.key - e.cell.query, 0),
                           QString::number(e.bucket), numberText(e.bias, digits))
        + QStringLiteral("\n`%1 + %2 =` %3")
              .arg(numberText(e.dot / e.root, digits), summand(e.bias), result(e.score, true));
    return section;
}

QString maskText(const AttentionExplanation& e, const Names& names)
{
    switch (e.mask_reason) {
    case MaskReason::Future:
        return ExplanationContent::tr("{k:%1} comes after {q:%2}: the score becomes −∞.")
            .arg(names.key, names.query);
    case MaskReason::Window:
        return ExplanationContent::tr(
            "{k:%1} lies %2 places before {q:%3}, but this layer sees only %4 tokens, "
            "the asking one included: the score becomes −∞.")
            .arg(names.key, QString::number(e.cell.query - e.cell.key), names.query,
                QString::number(e.window));
    case MaskReason::Cut:
        return ExplanationContent::tr("This connection is cut: the score becomes −∞.");
    case MaskReason::None:
        break;
    }
    if (e.cell.key > e.cell.query)
        return ExplanationContent::tr("{k:%1} comes after {q:%2}, but the mask is lifted: the score stays.")
            .arg(names.key, names.query);
    return e.window > 0 ? ExplanationContent::tr(
               "{k:%1} is one of the %2 tokens that this layer sees from {q:%3}: the score stays.")
                              .arg(names.key, QString::number(e.window), names.query)
                        : ExplanationContent::tr("{k:%1} does not come after {q:%2}: the score stays.")
                              .arg(names.key, names.query);
}

ExplanationSection mask(const AttentionExplanation& e, const Names& names, int number)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Mask").arg(number);
    section.text = maskText(e, names);
    return section;
}

ExplanationSection softmax(const StepContext& context, const AttentionExplanation& e, int number)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Softmax over the row").arg(number);
    const QString exponent = e.is_masked ? QStringLiteral("−∞")
        : e.shift == 0                   ? numberText(e.score, 2)
                       : QStringLiteral("%1−%2").arg(numberText(e.score, 2), numberText(e.shift, 2));
    section.text =
        ExplanationContent::tr("score `s = %1`")
            .arg(numberLink(section, context,
                placeOf(e,
                    e.cell.site == AttentionSite::DecoderSelf ? AttentionPart::Masked : AttentionPart::Scores,
                    e.cell.query, e.cell.key),
                e.is_masked ? QStringLiteral("−∞") : numberText(e.score, digits)))
        + u'\n'
        + QStringLiteral("e^{%1} ÷ Σ e^{s} = `%2 ÷ %3 =` *`%4`*")
              .arg(exponent, numberText(e.exponential, digits), numberText(e.total, digits),
                  numberText(e.weight, digits));
    if (e.shift != 0)
        section.text += u'\n'
            + ExplanationContent::tr("{f:the largest score is subtracted first; the result is the same}");
    return section;
}

ExplanationSection mix(
    const StepContext& context, const AttentionExplanation& e, const Names& names, int number)
{
    const Trace& trace = context.trace;
    const std::vector<Token>& keys = keysOf(trace, e.cell.site);
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Weighted sum of the values").arg(number);
    section.text = QStringLiteral("z_{%1} =").arg(names.query);
    for (std::size_t i = 0; i < e.parts.size() && i < most_parts; ++i) {
        const ValuePart& part = e.parts[i];
        const QString name = formulaEscaped(textOf(keys[std::size_t(part.key)]));
        section.text +=
            QStringLiteral("%1 `%2` {v:v}_{%3}")
                .arg(i ? QStringLiteral(" +") : QString(),
                    numberLink(section, context, placeOf(e, AttentionPart::Weights, e.cell.query, part.key),
                        weightText(part.weight)),
                    name);
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

/** From the projections to the score, by as many steps as the model takes. */
std::vector<ExplanationSection> scoreSections(
    const StepContext& context, const AttentionExplanation& e, const Names& names, int& number)
{
    std::vector<ExplanationSection> sections =
        headVectorSections({u'q', e.query_way, e.query}, {u'k', e.key_way, e.key}, 0, number);
    const bool has_bias = e.bucket >= 0;
    const bool is_scaled = e.root != 1;
    sections.push_back(dotProduct(context, e, names, number++, !is_scaled && !has_bias));
    if (is_scaled)
        sections.push_back(scaling(e, number++, !has_bias));
    if (has_bias)
        sections.push_back(distanceBias(e, names, number++));
    return sections;
}

} // namespace

ExplanationContent attentionExplanationContent(const StepContext& context, AttentionPart part)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    const AttentionSite site = context.site();
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
            ExplanationContent::tr(
                "Choose a cell of the matrix, by a click or with the arrow keys: the row is the token that "
                "asks, the column the token that answers. Its number is then worked out here, with the "
                "numbers of this run."),
            {}, -1, {}, {}});
        const bool shows_head = part != AttentionPart::Weights
            || (!selection.attention.hides_sink
                && shownAggregate(trace, site, selection.attention.aggregate) == MapAggregate::OneHead);
        if (query && shows_head)
            if (ExplanationSection row = attentionRowSection(context, part, *query); !row.text.isEmpty())
                content.sections.push_back(std::move(row));
        return content;
    }
    const AttentionExplanation& e = *explanation;
    const Names names{formulaEscaped(textOf(queriesOf(trace, site)[std::size_t(e.cell.query)])),
        formulaEscaped(textOf(keysOf(trace, site)[std::size_t(e.cell.key)]))};
    const bool is_written =
        site == AttentionSite::DecoderCross && std::size_t(e.cell.query) < trace.written.size();
    content.subject = is_written
        ? ExplanationContent::tr("read last: {q:%1}; being written: {v:%2}; looks at: {k:%3}")
              .arg(names.query, formulaEscaped(textOf(trace.written[std::size_t(e.cell.query)])), names.key)
        : ExplanationContent::tr("cell {q:%1} → {k:%2}").arg(names.query, names.key);
    int number = 1;
    content.sections = scoreSections(context, e, names, number);
    const bool is_causal = site == AttentionSite::DecoderSelf;
    if (is_causal || e.is_masked)
        content.sections.push_back(mask(e, names, number++));
    if (part == AttentionPart::Weights) {
        content.sections.push_back(softmax(context, e, number++));
        content.sections.push_back(mix(context, e, names, number));
    }
    tellChanges(content, e.changes);
    return content;
}

} // namespace glassformer
