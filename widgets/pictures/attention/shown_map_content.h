#pragma once

#include "core/experiment/attention/shown_map.h"
#include "core/experiment/attention/word_groups.h"
#include "widgets/paint/attention/attention_sentence_painter.h"
#include "widgets/paint/attention/heatmap_content.h"

namespace glassformer {

// A map of attention as it is looked at, for the pictures that show it.

/** The same cells with the numbers of an aggregate, or without the sink; what is masked stays so. */
void takeNumbers(HeatmapContent& weights, const ShownMap& shown);

/** The same between words in place of their pieces. weights: of all pieces, [queries, keys] */
void mergeWords(HeatmapContent& content, const MatrixSlice& weights, std::span<const WordGroup> queries,
    std::span<const WordGroup> keys);

/** One row more, at the end: the sum of several. */
void addSum(HeatmapContent& content, std::span<const int> rows);

/** A map over the running text; in cross-attention the words that are written name the rows. A sum of
 * rows stands in place of the chosen one: the text has no word for it. */
AttentionSentenceContent sentenceContent(
    HeatmapContent weights, const Trace& trace, AttentionSite site, bool has_arcs);

} // namespace glassformer
