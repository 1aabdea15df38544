#include "app/figures/pictures/paper_map.h"

#include "app/figures/kept_tokens.h"
#include "core/error.h"
#include "core/experiment/attention/shown_map.h"
#include "widgets/pictures/attention/shown_map_content.h"
#include "widgets/pictures/trace_content.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

AttentionPart partOf(StepKind step)
{
    return step == StepKind::Scores      ? AttentionPart::Scores
        : step == StepKind::MaskedScores ? AttentionPart::Masked
                                         : AttentionPart::Weights;
}

ShownMap shownMapOf(const FigureScene& scene)
{
    return shownMap(
        scene.trace(), {scene.site(), scene.layer(), scene.selection.head}, scene.selection.attention);
}

bool coversAll(const std::vector<WordGroup>& words, int tokens)
{
    return !words.empty() && words.back().first + words.back().count == tokens;
}

/** As the run has it, a row for each token. */
HeatmapContent mapOfPieces(const FigureScene& scene)
{
    const AttentionPart part = partOf(scene.selection.step);
    HeatmapContent content = attentionContent(
        scene.trace(), scene.selection, scene.site(), scene.layer(), scene.selection.head, part);
    if (content.isEmpty())
        throw Error({Message::tr("a run without these numbers"), {},
            Message::tr("a run that holds the scores and weights of this layer"), {}});
    if (part == AttentionPart::Weights)
        takeNumbers(content, shownMapOf(scene));
    return content;
}

/** Rows behind the last one that is told are covered, and their names faint. */
void coverRows(HeatmapContent& content, const std::vector<int>& rows, std::optional<int> last)
{
    if (!last)
        return;
    const auto told = std::size_t(std::upper_bound(rows.begin(), rows.end(), *last) - rows.begin());
    content.cover = {Cover::Open::Rows, (double(told) + 0.5) / double(rows.size())};
    for (std::size_t i = told; i < content.row_labels.size(); ++i)
        content.row_labels[i].is_faint = true;
}

} // namespace

bool showsMap(StepKind step)
{
    return step == StepKind::Scores || step == StepKind::MaskedScores || showsWeights(step);
}

HeatmapContent wholeMap(const FigureScene& scene)
{
    HeatmapContent content = mapOfPieces(scene);
    const std::vector<int> summed = summedQueries(scene.selection, scene.trace().config, scene.site());
    if (partOf(scene.selection.step) == AttentionPart::Weights && summed.size() > 1)
        addSum(content, summed);
    return content;
}

HeatmapContent mapOfWords(const FigureScene& scene)
{
    if (!scene.selection.attention.merges_words || partOf(scene.selection.step) != AttentionPart::Weights)
        return wholeMap(scene);
    HeatmapContent content = mapOfPieces(scene);
    const std::set<std::string> known =
        scene.found.measured.chinese_words ? *scene.found.measured.chinese_words : std::set<std::string>();
    const std::vector<WordGroup> queries = wordGroups(queriesOf(scene.trace(), scene.site()), known);
    const std::vector<WordGroup> keys = wordGroups(keysOf(scene.trace(), scene.site()), known);
    const ShownMap shown = shownMapOf(scene);
    if (coversAll(queries, shown.map.weights.rows) && coversAll(keys, shown.map.weights.columns))
        mergeWords(content, shown.map.weights, queries, keys);
    return content;
}

HeatmapContent paperMap(const FigureScene& scene, const FigureRequest& request)
{
    HeatmapContent content = mapOfWords(scene);
    const KeptTokens kept = keptTokens(content, request);
    keepTokens(content, kept);
    coverRows(content, kept.rows, request.told_row);
    return content;
}

QString mapQuantity(const FigureScene& scene)
{
    if (partOf(scene.selection.step) == AttentionPart::Weights)
        return FigureText::tr("attention weight");
    return scene.trace().config.scale_scores ? FigureText::tr("score q·k ÷ √d") : FigureText::tr("score q·k");
}

QString rowTitle(const FigureScene& scene, const FigureRequest& request)
{
    return request.row_title.value_or(scene.site() == AttentionSite::DecoderCross
            ? FigureText::tr("read last → written (query)")
            : FigureText::tr("asks (query)"));
}

QString columnTitle(const FigureScene&, const FigureRequest& request)
{
    return request.column_title.value_or(FigureText::tr("answers (key)"));
}

QString exactText(float value)
{
    return isMasked(value)     ? QStringLiteral("masked")
        : std::isfinite(value) ? QString::number(double(value), 'g', 9)
        : std::isnan(value)    ? QStringLiteral("nan")
                               : QStringLiteral("inf");
}

std::vector<QStringList> mapTable(const HeatmapContent& content)
{
    std::vector<QStringList> table{{QString()}};
    for (const AxisLabel& label : content.column_labels)
        table.front() << label.text;
    for (int row = 0; row < content.rows; ++row) {
        QStringList line{content.row_labels[std::size_t(row)].text};
        for (int column = 0; column < content.columns; ++column)
            line << exactText(content.at(row, column));
        table.push_back(std::move(line));
    }
    return table;
}

} // namespace glassformer
