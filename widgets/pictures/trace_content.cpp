#include "widgets/pictures/trace_content.h"

#include "core/text/shown_tokens.h"

namespace glassformer {

QString textOf(const Token& token)
{
    return QString::fromStdString(shownText(token));
}

AxisLabel labelOf(const Token& token)
{
    return {textOf(token), token.is_special};
}

std::vector<AxisLabel> labelsOf(const std::vector<Token>& tokens)
{
    std::vector<AxisLabel> labels;
    for (const Token& token : tokens)
        labels.push_back(labelOf(token));
    return labels;
}

HeatmapContent attentionContent(const Trace& trace, const Selection& selection, AttentionSite site, int layer,
    int head, AttentionPart part)
{
    HeatmapContent content;
    const MatrixSlice slice = headOf(trace, attentionTensor(site, layer, part), head);
    if (slice.isEmpty())
        return content;
    content.rows = slice.rows;
    content.columns = slice.columns;
    content.values.assign(slice.values().begin(), slice.values().end());
    content.row_labels = labelsOf(queriesOf(trace, site));
    content.column_labels = labelsOf(keysOf(trace, site));
    const bool is_weights = part == AttentionPart::Weights;
    content.colours = is_weights ? HeatmapColours::Weights : HeatmapColours::Signed;
    content.limit = is_weights ? 1 : largestSize(content.values);
    content.row = chosenQuery(selection, trace.config, site);
    content.column = chosenKey(selection, trace.config, site);
    content.shows_numbers = true;
    return content;
}

AttentionLinesContent linesContent(const HeatmapContent& weights)
{
    AttentionLinesContent content;
    content.queries = weights.row_labels;
    content.keys = weights.column_labels;
    content.weights = weights.values;
    content.query = weights.row;
    content.key = weights.column;
    return content;
}

HeatmapContent vectorsContent(MatrixSlice vectors, const std::vector<Token>& tokens, HeatmapColours colours)
{
    HeatmapContent content;
    if (vectors.isEmpty())
        return content;
    content.rows = vectors.rows;
    content.columns = vectors.columns;
    content.values.assign(vectors.values().begin(), vectors.values().end());
    content.row_labels = labelsOf(tokens);
    content.colours = colours;
    content.column_kind = ColumnKind::Dimensions;
    content.limit = largestSize(content.values);
    content.rows_are_queries = false;
    return content;
}

std::vector<Chip> chipsOf(const std::vector<Token>& tokens, ChipKind kind, bool has_ids)
{
    std::vector<Chip> chips;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Chip chip;
        chip.text = textOf(tokens[i]);
        if (has_ids)
            chip.id = QString::number(tokens[i].id);
        chip.index = QString::number(i);
        chip.kind = kind;
        chip.is_faint = tokens[i].is_special;
        const bool touches_next = i + 1 < tokens.size() && tokens[i].span.end == tokens[i + 1].span.begin;
        chip.joins_next = touches_next && tokens[i].is_piece && tokens[i + 1].is_piece;
        chips.push_back(std::move(chip));
    }
    return chips;
}

} // namespace glassformer
