#include "widgets/comparison/patch_content.h"

#include "core/experiment/reading/token_alignment.h"
#include "core/model/tensor_name.h"
#include "widgets/comparison/record_content.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>
#include <limits>

namespace glassformer {
namespace {

/** "Input", "Layer 2" */
QString rowName(const PatchTable& table, int row)
{
    const int layer = row + (hasInput(table) ? 0 : 1);
    return layer == 0 ? ComparisonText::tr("Input") : ComparisonText::tr("Layer %1").arg(layer);
}

const std::vector<Token>& othersOf(const PatchTable& table)
{
    return isOfDecoder(table) ? table.other->target : table.other->source;
}

/** The token that stands for a column of the table in the second run. */
const Token& otherToken(const PatchTable& table, int column)
{
    return othersOf(table)[std::size_t(table.counterparts[std::size_t(column)])];
}

QString quoted(const Token& token)
{
    return ComparisonText::tr("“%1”").arg(formulaEscaped(textOf(token)));
}

QString measureName(const PatchTable& table)
{
    return table.rival
        ? ComparisonText::tr("The logit of %1 minus that of %2")
              .arg(quoted(table.asked.token), quoted(*table.rival))
        : ComparisonText::tr("The logarithm of the probability of %1").arg(quoted(table.asked.token));
}

ExplanationSection carried(const PatchTable& table, PatchedRecord record, const QPoint& cell)
{
    const QString here = quoted(table.tokens[std::size_t(cell.x())]),
                  there = quoted(otherToken(table, cell.x()));
    ExplanationSection section;
    section.heading = ComparisonText::tr("What was carried");
    //: the residual stream, Layer 2
    const QString name = table.head == every
        ? patchedName(record)
        : ComparisonText::tr("Mixed values of head %1").arg(table.head + 1);
    section.text = ComparisonText::tr("%1, %2: the vector of %3 in the run on the right takes the place of "
                                      "that of %4 in the run on the left. All else is computed from there.")
                       .arg(name, rowName(table, cell.y()), there, here);
    return section;
}

ExplanationSection answered(const PatchTable& table, const PatchCell& cell, const TokenOf& token_of)
{
    ExplanationSection section;
    section.heading = ComparisonText::tr("What the answer becomes");
    const QString before = quoted(token_of(table.said.likeliest)),
                  after = quoted(token_of(cell.said.likeliest));
    const QString word = cell.said.likeliest == table.said.likeliest
        ? ComparisonText::tr("The word stays: the likeliest is %1.").arg(before)
        : ComparisonText::tr("The word changes: the likeliest was %1 and is %2.").arg(before, after);
    const ProbabilityTexts moved = probabilityTexts(table.said.probability, cell.said.probability);
    section.text = word + u'\n'
        + ComparisonText::tr("The probability of %1 goes from %2 to %3; on the right it is %4.")
              .arg(quoted(table.asked.token), moved.before, moved.after,
                  probabilityText(table.other_said.probability));
    return section;
}

ExplanationSection shared(const PatchTable& table, const PatchCell& cell)
{
    ExplanationSection section;
    section.heading = ComparisonText::tr("Share of the way");
    section.text = ComparisonText::tr("%1 is %2 on the left and %3 on the right. With this vector it is %4.")
                       .arg(measureName(table), numberText(table.value), numberText(table.other_value),
                           numberText(cell.value))
        + QStringLiteral("\n(%1 − %2) / (%3 − %2) = *%4*")
              .arg(numberText(cell.value), numberText(table.value), numberText(table.other_value),
                  percentText(cell.share));
    return section;
}

} // namespace

bool isOfDecoder(const PatchTable& table)
{
    return !table.tensors.empty() && table.tensors.front().starts_with("decoder.");
}

bool hasInput(const PatchTable& table)
{
    return !table.tensors.empty()
        && table.tensors.front()
        == stackInputTensor(isOfDecoder(table) ? AttentionSite::DecoderSelf : AttentionSite::Encoder);
}

AxisLabel columnLabel(const PatchTable& table, int column)
{
    const Token& token = table.tokens[std::size_t(column)];
    return table.counterparts[std::size_t(column)] == no_counterpart
        ? labelOf(token)
        : pairLabel(token, otherToken(table, column));
}

HeatmapContent patchContent(const PatchTable& table)
{
    HeatmapContent content;
    if (!table.other)
        return content;
    content.rows = int(table.tensors.size());
    content.columns = int(table.tokens.size());
    for (const auto& row : table.cells)
        for (const std::optional<PatchCell>& cell : row)
            content.values.push_back(cell ? float(cell->share) : -std::numeric_limits<float>::infinity());
    for (int row = 0; row < content.rows; ++row)
        content.row_labels.push_back({rowName(table, row), false});
    for (int column = 0; column < content.columns; ++column)
        content.column_labels.push_back(columnLabel(table, column));
    content.colours = HeatmapColours::Signed;
    content.shows_numbers = true;
    content.rows_are_queries = false;
    content.limit = std::max(1.0, largestSize(content.values));
    return content;
}

QString patchedName(PatchedRecord record)
{
    switch (record) {
    case PatchedRecord::Stream:
        return ComparisonText::tr("Residual stream");
    case PatchedRecord::Attention:
        return ComparisonText::tr("Output of attention");
    case PatchedRecord::Head:
        return ComparisonText::tr("Mixed values of one head");
    case PatchedRecord::CrossAttention:
        return ComparisonText::tr("Output of cross-attention");
    case PatchedRecord::FeedForward:
        return ComparisonText::tr("Output of the feed-forward network");
    }
    return {};
}

QString patchQuestion(const PatchTable& table)
{
    const ProbabilityTexts both = probabilityTexts(table.said.probability, table.other_said.probability);
    const QString probabilities =
        ComparisonText::tr("The probability of “%1” is %2 on the left and %3 on the right.")
            .arg(textOf(table.asked.token), both.before, both.after);
    return sentencesText({probabilities,
        ComparisonText::tr(
            "Each cell: how much of that way one vector from the right brings, carried into the "
            "left run.")});
}

ExplanationContent patchExplanation(
    const PatchTable& table, PatchedRecord record, std::optional<QPoint> cell, const TokenOf& token_of)
{
    const bool is_inside = cell && cell->y() >= 0 && cell->y() < int(table.cells.size()) && cell->x() >= 0
        && cell->x() < int(table.tokens.size());
    const std::optional<PatchCell>* const at =
        is_inside ? &table.cells[std::size_t(cell->y())][std::size_t(cell->x())] : nullptr;
    ExplanationContent content;
    content.title = ComparisonText::tr("Activation patching");
    content.notice = ComparisonText::tr(
        "A share near 1: this one vector carries all that makes the difference at this place. Shares of "
        "different vectors need not sum to 1, and may be below 0 or above 1.");
    if (!at || !*at) {
        ExplanationSection section;
        section.text = is_inside && table.counterparts[std::size_t(cell->x())] == no_counterpart
            ? ComparisonText::tr("Nothing stands for %1 on the other side.")
                  .arg(quoted(table.tokens[std::size_t(cell->x())]))
            : ComparisonText::tr("Choose a cell: a layer and a token. The line goes through the strongest "
                                 "cell of each layer.");
        content.sections.push_back(std::move(section));
        return content;
    }
    content.subject =
        QStringLiteral("%1 · %2").arg(rowName(table, cell->y()), columnLabel(table, cell->x()).text);
    const PatchCell& known = **at;
    content.sections = {
        carried(table, record, *cell), answered(table, known, token_of), shared(table, known)};
    return content;
}

} // namespace glassformer
