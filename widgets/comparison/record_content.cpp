#include "widgets/comparison/record_content.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/shown_map.h"
#include "core/model/tensor_name.h"
#include "core/trace/step/step_list.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/pictures/attention/shown_map_content.h"
#include "widgets/pictures/trace_content.h"
#include "widgets/steps/step_entry.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace glassformer {
namespace {

MapAggregate aggregateOf(const RunSide& side)
{
    return shownAggregate(side.trace, side.site(), side.selection.attention.aggregate);
}

QString nameOf(const RunSide& side, const StepRecord& record)
{
    switch (record.kind) {
    case RecordKind::Query:
        return ComparisonText::tr("Query");
    case RecordKind::Key:
        return ComparisonText::tr("Key");
    case RecordKind::Value:
        return ComparisonText::tr("Value");
    case RecordKind::HiddenUnits:
        return ComparisonText::tr("Hidden units");
    case RecordKind::Scores:
        return ComparisonText::tr("Scores");
    case RecordKind::Weights:
        return aggregateOf(side) == MapAggregate::OneHead ? ComparisonText::tr("Attention weights")
                                                          : aggregateName(aggregateOf(side));
    case RecordKind::Vectors:
        break;
    }
    const bool is_feed_forward =
        side.selection.step == StepKind::FeedForward || side.selection.step == StepKind::DecoderFeedForward;
    return is_feed_forward ? ComparisonText::tr("Output of the feed-forward network")
                           : entryOf(side.selection.step).title(side.trace.config);
}

/** In the notation of formula_painter.h, in the colour of its role. */
QString headingOf(RecordKind kind, const QString& name)
{
    const QChar role = kind == RecordKind::Query ? u'q'
        : kind == RecordKind::Key                ? u'k'
        : kind == RecordKind::Value              ? u'v'
                                                 : QChar();
    return role.isNull() ? name : QStringLiteral("{%1:%2}").arg(role).arg(name);
}

HeatmapColours coloursOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Query:
        return HeatmapColours::QueryRole;
    case RecordKind::Key:
        return HeatmapColours::KeyRole;
    case RecordKind::Value:
        return HeatmapColours::ValueRole;
    case RecordKind::HiddenUnits:
        return HeatmapColours::HiddenRole;
    default:
        return HeatmapColours::Signed;
    }
}

AttentionPart partOf(const RunSide& side, const StepRecord& record)
{
    return record.kind == RecordKind::Weights           ? AttentionPart::Weights
        : side.selection.step == StepKind::MaskedScores ? AttentionPart::Masked
                                                        : AttentionPart::Scores;
}

HeatmapContent contentOf(const RunSide& side, const StepRecord& record)
{
    const HeadName head{side.site(), side.selection.layerOf(side.site()), side.selection.head};
    if (record.isMap()) {
        HeatmapContent content = attentionContent(
            side.trace, side.selection, head.site, head.layer, head.head, partOf(side, record));
        AttentionLook look = side.selection.attention;
        look.hides_sink = false; // which tokens that would be differs from run to run
        if (record.kind == RecordKind::Weights)
            takeNumbers(content, shownMap(side.trace, head, look));
        return content;
    }
    HeatmapContent content = vectorsContent(record.numbers, side.rows(), coloursOf(record.kind));
    content.row = side.chosenRow();
    content.column = side.selection.dimension;
    return content;
}

std::vector<AxisLabel> pairLabels(
    const std::vector<TokenPair>& pairs, const std::vector<Token>& here, const std::vector<Token>& there)
{
    std::vector<AxisLabel> labels;
    for (const TokenPair& pair : pairs)
        labels.push_back(pairLabel(here[std::size_t(pair.here)], there[std::size_t(pair.there)]));
    return labels;
}

/** Where among the pairs the chosen place of the first run is. */
std::optional<int> placeAmong(const std::vector<TokenPair>& pairs, std::optional<int> chosen)
{
    const auto found = std::find_if(
        pairs.begin(), pairs.end(), [chosen](const TokenPair& pair) { return pair.here == chosen; });
    return found == pairs.end() ? std::nullopt : std::optional(int(found - pairs.begin()));
}

/** What both runs hide is hidden; weights say so only by being none. */
void hideMasked(DifferenceMap& difference, const HeatmapContent& one, const HeatmapContent& other)
{
    HeatmapContent& content = difference.map.content;
    for (std::size_t row = 0; row < difference.rows.size(); ++row)
        for (std::size_t column = 0; column < difference.keys.size(); ++column)
            if (isMasked(one.at(difference.rows[row].here, difference.keys[column].here))
                && isMasked(other.at(difference.rows[row].there, difference.keys[column].there)))
                content.values[row * difference.keys.size() + column] =
                    -std::numeric_limits<float>::infinity();
}

} // namespace

int RunSide::chosenRow() const
{
    const bool has_position = hasPosition(selection.step, trace.config);
    const int last = std::max(0, int(rows().size()) - 1);
    return std::clamp(has_position ? selection.position : selection.token, 0, last);
}

AxisLabel pairLabel(const Token& here, const Token& there)
{
    const AxisLabel label = labelOf(here), other = labelOf(there);
    return label.text == other.text ? label : withOther(label, other);
}

NamedMap recordMap(const RunSide& side, const StepRecord& record, bool is_only_one)
{
    const QString name = nameOf(side, record);
    return {is_only_one ? QString() : headingOf(record.kind, name), {}, name, contentOf(side, record)};
}

DifferenceMap differenceMap(
    const RunSide& here, const StepRecord& record, const RunSide& there, const StepRecord& other)
{
    DifferenceMap result;
    result.rows = tokenPairs(here.rows(), there.rows());
    if (record.isMap())
        result.keys = tokenPairs(here.keys(), there.keys());
    RecordDifference difference = recordDifference(record, other, result.rows, result.keys);
    HeatmapContent& content = result.map.content;
    if (difference.isEmpty())
        return result;
    const HeatmapContent one = contentOf(here, record), two = contentOf(there, other);
    content.rows = difference.rows;
    content.columns = difference.columns;
    content.values = std::move(difference.values);
    content.row_labels = pairLabels(result.rows, here.rows(), there.rows());
    content.colours = HeatmapColours::Signed;
    content.rows_are_queries = one.rows_are_queries;
    content.shows_numbers = record.isMap();
    content.row = placeAmong(result.rows, one.row);
    if (record.isMap()) {
        content.column_labels = pairLabels(result.keys, here.keys(), there.keys());
        content.column = placeAmong(result.keys, one.column);
        hideMasked(result, one, two);
    } else {
        content.column_kind = ColumnKind::Dimensions;
        content.column = one.column;
    }
    content.limit = largestSize(content.values); // the few that differ most are the news
    result.map.name = ComparisonText::tr("Difference: %1").arg(nameOf(here, record));
    return result;
}

} // namespace glassformer
