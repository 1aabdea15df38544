#pragma once

#include "core/trace/selection.h"
#include "core/trace/step_list.h"
#include "core/trace/tensor_name.h"
#include "core/trace/tensor_slice.h"
#include "core/trace/trace.h"
#include "widgets/paint/attention_lines_painter.h"
#include "widgets/paint/heatmap_content.h"
#include "widgets/paint/token_painter.h"

#include <functional>
#include <vector>

namespace glassformer {

// From a run to what pictures take: plain contents, nothing computed.

/** The token behind an id, for words that the run only has as numbers. */
using TokenOf = std::function<Token(int id)>;

/** The same as far as the run's own tokens tell; else a token that shows the number. */
Token tokenIn(const Trace& trace, int id);

QString textOf(const Token& token);
AxisLabel labelOf(const Token& token);
std::vector<AxisLabel> labelsOf(const std::vector<Token>& tokens);

/** Self-attention of the stack that the text goes through first: the encoder's, or the decoder's where it is alone. */
AttentionSite firstSiteOf(const ModelConfig& config);
/** The attention whose rows and tokens the pictures of a step have. */
AttentionSite siteOf(StepKind kind, const ModelConfig& config);
/** Whether rows here are places of a decoder beside an encoder, chosen by the selection's position alone. */
bool isSecondStack(const ModelConfig& config, AttentionSite site);

/** Whether vectors of places are added to those of tokens; other families bring places in inside of attention. */
bool addsPositions(const ModelConfig& config);

/** Tokens that ask and tokens that answer at this place. */
const std::vector<Token>& queriesOf(const Trace& trace, AttentionSite site);
const std::vector<Token>& keysOf(const Trace& trace, AttentionSite site);

/** The chosen row: the chosen query, or in a decoder beside an encoder the chosen position. */
std::optional<int> chosenQuery(const Selection& selection, const ModelConfig& config, AttentionSite site);
std::optional<int> chosenKey(const Selection& selection, const ModelConfig& config, AttentionSite site);
/** The selection after a click on a cell, or on a row if there is no key. */
Selection withCell(
    Selection selection, const ModelConfig& config, AttentionSite site, int query, std::optional<int> key);
/** The selection after a click on a token, and on a component of its vector if there is one. */
Selection withToken(Selection selection, const ModelConfig& config, AttentionSite site, int token,
    std::optional<int> dimension);

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
