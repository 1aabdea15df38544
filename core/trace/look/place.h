#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/step/step_list.h"

#include <functional>
#include <optional>
#include <vector>

namespace glassformer {

// What a layer, a row, a cell and a token of a step mean: which tokens they are, and what choosing one changes.

/** Self-attention of the stack that the text goes through first: the encoder's, or the decoder's where it is alone. */
AttentionSite firstSiteOf(const ModelConfig& config);
/** The attention whose rows and tokens the pictures of a step have. */
AttentionSite siteOf(StepKind kind, const ModelConfig& config);
/** Whether rows here are places of a decoder beside an encoder, chosen by the selection's position alone. */
bool isSecondStack(const ModelConfig& config, AttentionSite site);

/** How many layers the stack has that attends here. */
int layersOf(const ModelConfig& config, AttentionSite site);

/** Whether vectors of places are added to those of tokens; other families bring places in inside of attention. */
bool addsPositions(const ModelConfig& config);

/** Tokens that ask and tokens that answer at this place. */
const std::vector<Token>& queriesOf(const Trace& trace, AttentionSite site);
const std::vector<Token>& keysOf(const Trace& trace, AttentionSite site);

/** The token behind an id, for words that a run only has as numbers. */
using TokenOf = std::function<Token(int id)>;

/** The token behind an id as far as the run's own tokens tell; else a token that shows the number. */
Token tokenIn(const Trace& trace, int id);

/** Whether the token at a place of a text that a decoder alone goes on with was given, not written. */
bool isGiven(const Trace& trace, int place);

/** The chosen row: the chosen query, or in a decoder beside an encoder the chosen position. */
std::optional<int> chosenQuery(const Selection& selection, const ModelConfig& config, AttentionSite site);
std::optional<int> chosenKey(const Selection& selection, const ModelConfig& config, AttentionSite site);
/** The selection with another layer of the stack that attends here. */
Selection withLayer(Selection selection, AttentionSite site, int layer);
/** The selection after a click on a cell, or on a row if there is no key. */
Selection withCell(
    Selection selection, const ModelConfig& config, AttentionSite site, int query, std::optional<int> key);
/** The selection with a head marked, or no more if it is. */
Selection withHeadMarked(Selection selection, const HeadName& head);
/** Of the heads that are marked those of a place of attention. */
std::vector<HeadName> markedHeads(const Selection& selection, AttentionSite site);
/** Heads whose maps are shown over each other: those that are marked, or all of the layer. */
std::vector<HeadName> overlaidHeads(
    const Selection& selection, const ModelConfig& config, AttentionSite site);

/** The selection with a row beside those that are chosen, whose weights are summed; or without it, if it is one of them. */
Selection withSummed(Selection selection, const ModelConfig& config, AttentionSite site, int query);
/** The selection whose chosen row stays in the sum when another row is chosen; or does so no more. */
Selection withRowKept(Selection selection, const ModelConfig& config, AttentionSite site);
/** The chosen row and those whose weights are added to it, sorted; one at the most where nothing is added. */
std::vector<int> summedQueries(const Selection& selection, const ModelConfig& config, AttentionSite site);
/** The selection after a click on a token, and on a component of its vector if there is one. */
Selection withToken(Selection selection, const ModelConfig& config, AttentionSite site, int token,
    std::optional<int> dimension);

} // namespace glassformer
