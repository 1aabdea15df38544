#pragma once

#include "app/figures/figure_request.h"
#include "widgets/paint/attention/attention_sentence_painter.h"
#include "widgets/paint/attention/heatmap_content.h"

namespace glassformer {

/** Which tokens of a map a figure shows: indices, sorted. */
struct KeptTokens
{
    std::vector<int> rows, columns;
    bool are_all = true;
};

/** As the request wants them, of those that the map has. @throws Error if none is left */
KeptTokens keptTokens(const HeatmapContent& map, const FigureRequest& request);

/** Takes all others out; what was chosen among them isn't chosen any more. */
void keepTokens(HeatmapContent& map, const KeptTokens& kept);
void keepTokens(AttentionSentenceContent& sentence, const KeptTokens& kept);

/** "2-6, 9", counted from 1, of so many tokens. @throws Error for what is no such list, and for places outside */
std::vector<int> tokensFrom(const std::string& text, int count);

} // namespace glassformer
