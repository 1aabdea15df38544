#include "core/experiment/attention/attention_aggregate.h"
#include "core/model/head_name.h"
#include "core/trace/look/place.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/picture.h"
#include "widgets/pictures/trace_content.h"
#include "widgets/steps/layer/attention_view.h"

#include <QStringList>

// What stands above a map of attention: whose it is, and how it is to be read.

namespace glassformer {

/** Whose numbers the map has: "Layer 2 · Head 3", "Layer 2 · Mean of all heads", "Rollout up to layer 2". */
QString AttentionView::placeText(MapAggregate aggregate) const
{
    const QString layer = QString::number(head().layer + 1), number = QString::number(head().head + 1);
    switch (aggregate) {
    case MapAggregate::OneHead:
        return tr("Layer %1 · Head %2").arg(layer, number);
    case MapAggregate::ValueLengths:
        return tr("Layer %1 · Head %2 · %3").arg(layer, number, aggregateName(aggregate));
    case MapAggregate::MeanOfHeads:
    case MapAggregate::LargestOfHeads:
        return tr("Layer %1 · %2").arg(layer, aggregateName(aggregate));
    case MapAggregate::Rollout:
        return tr("Rollout up to layer %1").arg(layer);
    default:
        return aggregateName(aggregate);
    }
}

QString AttentionView::weightsHeading(const ShownMap& shown) const
{
    const QString place = placeText(shown.aggregate);
    const QString heading = shown.is_rescaled      ? tr("%1 · without the sink").arg(place)
        : shown.aggregate == MapAggregate::OneHead ? tr("%1 · attention weights").arg(place)
                                                   : place;
    return m_sum_name.isEmpty() ? heading : tr("%1 · sum of {q:%2}").arg(heading, formulaEscaped(m_sum_name));
}

/** What they mix goes nowhere, but they attend. */
bool AttentionView::countsRemovedHeads(MapAggregate aggregate) const
{
    const bool is_layer = aggregate == MapAggregate::MeanOfHeads || aggregate == MapAggregate::LargestOfHeads;
    if (aggregate == MapAggregate::OneHead || aggregate == MapAggregate::ValueLengths)
        return false;
    for (int layer = 0; layer < layersOf(trace().config, site()); ++layer)
        for (int index = 0; index < trace().config.n_heads; ++index)
            if ((!is_layer || layer == head().layer) && isRemoved({site(), layer, index}))
                return true;
    return false;
}

QString AttentionView::weightsRemark(const ShownMap& shown) const
{
    QStringList said{aggregateRemark(shown.aggregate)};
    if (countsRemovedHeads(shown.aggregate))
        said << tr("Heads that training took out count, too.");
    if (!m_query_words.empty())
        said << tr("Pieces and Chinese characters of a word are one; the inspector explains one of them.");
    if (!m_sum_name.isEmpty())
        said << tr("Σ: the framed rows added up.");
    if (shown.sink)
        said << (shown.is_rescaled
                ? tr("%1 of the weight only rests, on %2: left out, and each row scaled to what it was.")
                : tr("%1 of the weight only rests, on %2: an attention sink."))
                    .arg(percentText(shown.sink->share),
                        formulaEscaped(tokenList(keysOf(trace(), site()), shown.sink->keys())));
    return sentencesText(said);
}

QString AttentionView::overlaidRemark(std::size_t drawn) const
{
    const std::size_t marked = markedHeads(selection(), site()).size();
    if (marked > 0)
        return sentencesText({tr("The marked heads, each in a colour."),
            drawn < marked ? tr("Of a text as long as this, those of other layers are not at hand.")
                           : QString()});
    return (showsOneHead(trace(), selection())
            ? tr("All heads of layer %1, each in a colour; the heatmap shows one of them.")
            : tr("All heads of layer %1, each in a colour."))
        .arg(selection().layerOf(site()) + 1);
}

QString AttentionView::heading()
{
    const QString place = placeText(MapAggregate::OneHead);
    switch (m_part) {
    case AttentionPart::Weights:
        return weightsHeading(shownWeights());
    case AttentionPart::Masked:
        return tr("%1 · scores after the mask").arg(place);
    default:
        return tr("%1 · scores").arg(place);
    }
}

QString AttentionView::remark()
{
    const int window = trace().config.windowOf(selection().layerOf(site()));
    switch (m_part) {
    case AttentionPart::Weights:
        return weightsRemark(shownWeights());
    case AttentionPart::Masked:
        if (isMaskLifted(trace().changes, site(), selection().layerOf(site())))
            return tr("An experiment has lifted the mask: no cell is struck.");
        return window > 0
            ? tr("Struck cells lie in the future, or farther back than the %1 tokens that this layer "
                 "sees: no token may look there.")
                  .arg(window)
            : tr("Struck cells lie in the future: no token may look at those that come after it.");
    default:
        return scoresRemark();
    }
}

QString AttentionView::scoresRemark() const
{
    const ModelConfig& config = trace().config;
    const bool has_bias = config.position_kind == PositionKind::Relative;
    const QString made = config.scale_scores ? has_bias
            ? tr("{q:query} · {k:key} ÷ √d_k for every pair of tokens; a bias for their distance is added.")
            : tr("{q:query} · {k:key} ÷ √d_k for every pair of tokens.")
        : has_bias
        ? tr("{q:query} · {k:key} for every pair of tokens, without ÷ √d_k; a bias for their distance is "
             "added.")
        : tr("{q:query} · {k:key} for every pair of tokens, without ÷ √d_k.");
    return sentencesText(
        {made, signedMapReading(Picture::colours().signed_numbers), tr("Rows do not add up to 1 yet.")});
}

} // namespace glassformer
