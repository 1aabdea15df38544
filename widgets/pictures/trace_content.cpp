#include "widgets/pictures/trace_content.h"

#include "core/text/shown_tokens.h"
#include "widgets/look/language_name.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace glassformer {
namespace {

struct AxisText
{
    Q_DECLARE_TR_FUNCTIONS(Axis)
};

} // namespace

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

bool isMaskLifted(const Changes& changes, AttentionSite site, int layer)
{
    const Changes here = changesAt(changes, attentionTensor(site, layer, AttentionPart::Masked));
    return std::any_of(
        here.begin(), here.end(), [](const Change& change) { return change.kind == ChangeKind::Lifted; });
}

MaskRule maskRuleOf(const ModelConfig& config, AttentionSite site, int layer)
{
    const bool is_causal = site == AttentionSite::DecoderSelf;
    return {is_causal, is_causal ? config.windowOf(layer) : 0};
}

void markMasked(std::vector<float>& weights, int keys, const MaskRule& rule)
{
    if (!rule.is_causal || keys <= 0)
        return;
    const int queries = int(weights.size() / std::size_t(keys));
    for (int query = 0; query < queries; ++query)
        for (int key = 0; key < keys; ++key) {
            float& weight = weights[std::size_t(query) * std::size_t(keys) + std::size_t(key)];
            if (weight == 0 && rule.hides(query, query + 1, key, key + 1))
                weight = -std::numeric_limits<float>::infinity();
        }
}

ThumbnailSource thumbnailOf(const Trace& trace, AttentionSite site, int layer, int head)
{
    // Of a long run small pictures are kept; to make all layers again would take seconds.
    MatrixSlice weights = headOf(trace, attentionTensor(site, layer, AttentionPart::Thumbnail), head);
    if (weights.isEmpty())
        weights = headOf(trace, attentionTensor(site, layer, AttentionPart::Weights), head);
    return {std::move(weights), maskRuleOf(trace.config, site, layer), int(queriesOf(trace, site).size()),
        int(keysOf(trace, site).size())};
}

namespace {

/** Cells that this very run hid: by the rule, and edges that were cut, as far as the masked scores were kept. */
void markMaskedCells(HeatmapContent& content, const Trace& trace, AttentionSite site, int layer, int head)
{
    markMasked(content.values, content.columns, maskRuleOf(trace.config, site, layer));
    const std::string name = attentionTensor(site, layer, AttentionPart::Masked);
    if (trace.tensors.find(name) == trace.tensors.end())
        return;
    const MatrixSlice masked = headOf(trace, name, head);
    if (masked.rows != content.rows || masked.columns != content.columns)
        return;
    for (std::size_t i = 0; i < content.values.size(); ++i)
        if (content.values[i] == 0 && isMasked(masked.values()[i]))
            content.values[i] = masked.values()[i];
}

} // namespace

std::vector<AxisLabel> rowLabelsOf(const Trace& trace, AttentionSite site)
{
    std::vector<AxisLabel> labels = labelsOf(queriesOf(trace, site));
    if (site == AttentionSite::Encoder)
        return labels;
    for (std::size_t i = 0; i < labels.size() && i < trace.written.size(); ++i)
        if (!isGiven(trace, int(i) + 1)) // what was given says nothing of the model
            labels[i] = withNext(labels[i], textOf(trace.written[i]));
    return labels;
}

QString rowTitle(const Trace& trace, AttentionSite site)
{
    if (site != AttentionSite::DecoderCross)
        return AxisText::tr("asks");
    return trace.target_language.empty()
        ? AxisText::tr("written")
        //: %1: a language
        : AxisText::tr("written, %1").arg(languageName(QString::fromStdString(trace.target_language)));
}

QString columnTitle(const Trace& trace, AttentionSite site)
{
    if (site != AttentionSite::DecoderCross)
        return AxisText::tr("answers");
    return trace.source_language.empty()
        ? AxisText::tr("read")
        //: %1: a language
        : AxisText::tr("read, %1").arg(languageName(QString::fromStdString(trace.source_language)));
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
    content.row_labels = rowLabelsOf(trace, site);
    content.column_labels = labelsOf(keysOf(trace, site));
    const bool is_weights = part == AttentionPart::Weights;
    content.colours = is_weights ? HeatmapColours::Weights : HeatmapColours::Signed;
    content.limit = is_weights ? 1 : largestSize(content.values);
    content.row_title = rowTitle(trace, site);
    content.column_title = columnTitle(trace, site);
    content.row = chosenQuery(selection, trace.config, site);
    content.column = chosenKey(selection, trace.config, site);
    content.shows_numbers = true;
    content.rows_sum_to_one = is_weights;
    if (is_weights)
        markMaskedCells(content, trace, site, layer, head);
    return content;
}

AttentionLinesContent linesContent(const HeatmapContent& weights)
{
    AttentionLinesContent content;
    content.queries = weights.row_labels;
    content.keys = weights.column_labels;
    content.weights = weights.values;
    content.query = weights.ends_with_sum ? weights.rows - 1 : weights.row;
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
    if (colours == HeatmapColours::HiddenRole)
        content.limit = largestSize(content.values); // of units the few that are strong are the news
    else
        endColoursAtMost(content);
    content.rows_are_queries = false;
    return content;
}

std::vector<Chip> chipsOf(const std::vector<Token>& tokens, ChipKind kind, bool has_ids)
{
    std::vector<Chip> chips;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Chip chip;
        chip.text = textOf(tokens[i]);
        if (has_ids && tokens[i].id != no_id)
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
