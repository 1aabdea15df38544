#include "app/evidence/words_content.h"

#include "app/evidence/evidence_text.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

struct WordsText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::WordsChapter)
};

/** The chosen row of a map over those words. */
std::optional<AttentionRow> rowShown(
    const Attribution& found, const Trace& trace, const Selection& look, AttentionSite site)
{
    const int query = chosenQuery(look, trace.config, site).value_or(found.asked.position);
    if (query >= std::ssize(queriesOf(trace, site)))
        return std::nullopt;
    const QString asks = textOf(queriesOf(trace, site)[std::size_t(query)]).trimmed();
    return AttentionRow{
        attentionRow(trace, {site, look.layerOf(site), look.head}, query, found.tokens.size()),
        WordsText::tr("“%1” looks here").arg(asks)};
}

} // namespace

std::optional<AttentionRow> attentionBeside(
    const Attribution& found, const Trace& trace, const Selection& selection)
{
    const AttentionSite site = siteOf(selection.step, trace.config), last = attributionSite(trace.config);
    const bool is_over_words =
        &keysOf(trace, site) == &keysOf(trace, last) || !trace.config.hasCrossAttention();
    if (showsWeights(selection.step) && is_over_words)
        return rowShown(found, trace, selection, site);
    if (trace.late)
        return std::nullopt;
    const int layer = layersOf(trace.config, last) - 1;
    if (!trace.has(attentionTensor(last, layer, AttentionPart::Weights)))
        return std::nullopt;
    return AttentionRow{attentionRow(trace, {last, layer, every}, found.asked.position, found.tokens.size()),
        WordsText::tr("mean attention, last layer")};
}

std::vector<WordBar> wordBarsOf(
    const Attribution& found, const std::optional<AttentionRow>& attention, std::optional<int> chosen)
{
    double largest = 1e-6, widest = 1e-6;
    for (const std::optional<double>& part : found.parts)
        largest = std::max(largest, std::abs(part.value_or(0)));
    if (attention)
        widest = std::max(widest, *std::max_element(attention->weights.begin(), attention->weights.end()));
    std::vector<WordBar> bars;
    for (std::size_t t = 0; t < found.tokens.size(); ++t) {
        WordBar bar{textOf(found.tokens[t])};
        if (attention) {
            bar.left = attention->weights[t] / widest;
            bar.left_text = weightText(attention->weights[t]);
        }
        if (found.parts[t])
            bar.right = *found.parts[t] / largest;
        bar.right_text = found.parts[t] ? signedText(*found.parts[t], 3)
                                        : WordsText::tr("not known, or it can't be left out");
        bar.is_faint = found.tokens[t].is_special;
        bar.is_chosen = chosen == int(t);
        bars.push_back(std::move(bar));
    }
    return bars;
}

QString attributionName(const Attribution& found)
{
    return WordsText::tr("for “%1”, ln p").arg(textOf(found.asked.token).trimmed());
}

} // namespace glassformer
