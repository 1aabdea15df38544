#pragma once

#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/trace.h"
#include "widgets/paint/attention/attention_lines_painter.h"
#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/attention/mask_rule.h"
#include "widgets/paint/attention/thumbnail_atlas.h"
#include "widgets/paint/words/token_painter.h"

#include <vector>

namespace glassformer {

// From a run to what pictures take: plain contents, nothing computed.

QString textOf(const Token& token);
AxisLabel labelOf(const Token& token);
std::vector<AxisLabel> labelsOf(const std::vector<Token>& tokens);

/** Whether a change of the run took the mask of this attention away. */
bool isMaskLifted(const Changes& changes, AttentionSite site, int layer);
/** What the attention of this layer hides by its rule. */
MaskRule maskRuleOf(const ModelConfig& config, AttentionSite site, int layer);
/** No weight where the rule hides the key becomes -infinity, the mark of a masked cell; [queries, keys]. */
void markMasked(std::vector<float>& weights, int keys, const MaskRule& rule);
/** Of all heads of a layer, as a gallery shows them. */
ThumbnailSource thumbnailOf(const Trace& trace, AttentionSite site, int layer, int head);
/**
 * What the rows of an attention matrix are called: its tokens; in a decoder the token that was read last and the one that
 * is being written, "le → chien".
 */
std::vector<AxisLabel> rowLabelsOf(const Trace& trace, AttentionSite site);

/** Which tokens ask and which answer; of cross-attention, what is written and what was read. */
QString rowTitle(const Trace& trace, AttentionSite site);
QString columnTitle(const Trace& trace, AttentionSite site);

/** Weights, scores or masked scores of one head, with labels and choice; empty if the run has none. */
HeatmapContent attentionContent(const Trace& trace, const Selection& selection, AttentionSite site, int layer,
    int head, AttentionPart part);
AttentionLinesContent linesContent(const HeatmapContent& weights);

/** Vectors of tokens, one row each. */
HeatmapContent vectorsContent(MatrixSlice vectors, const std::vector<Token>& tokens, HeatmapColours colours);

/** Rows of tokens above a picture are cut to so many around the chosen one. */
constexpr int longest_row = 40;

/** All tokens with id and place; those that were cut from one word touch. */
std::vector<Chip> chipsOf(const std::vector<Token>& tokens, ChipKind kind, bool has_ids);

} // namespace glassformer
