#pragma once

#include "core/experiment/effect/attribution.h"
#include "core/trace/look/selection.h"
#include "widgets/pictures/words/word_bars.h"

namespace glassformer {

/** A row of attention over the words that were read, and what it is called. */
struct AttentionRow
{
    std::vector<double> weights;
    QString name;
};

/**
 * Of the map that the step shows, if it looks at the words that are asked about: the chosen row. Else of the last layer where
 * the word is written, on average over its heads. Nothing if the run would have to make it.
 */
std::optional<AttentionRow> attentionBeside(
    const Attribution& found, const Trace& trace, const Selection& selection);

/** What each word did for the word that is asked about, beside a row of attention if there is one. */
std::vector<WordBar> wordBarsOf(
    const Attribution& found, const std::optional<AttentionRow>& attention, std::optional<int> chosen);

/** What the bars are: "for “il”, ln p". */
QString attributionName(const Attribution& found);

} // namespace glassformer
