#pragma once

#include "core/trace/look/number_place.h"
#include "core/trace/model.h"

#include <optional>
#include <vector>

namespace glassformer {

// What the user's wishes make of a request. All other parts of the request stay as they are.

/** With the change, or without it where the request has it. */
RunRequest withToggled(RunRequest request, const Change& change);
/** All of these heads switched off, or on if all are off. */
RunRequest withHeadsToggled(RunRequest request, const std::vector<HeadName>& heads);
/** A number set, in place of what it was set to before. */
RunRequest withNumber(RunRequest request, const NumberPlace& place, float number);

/**
 * The words of a text told places of each other, by chance but always the same; special tokens keep theirs. Nothing if
 * there are not two words.
 */
std::optional<Change> shuffledPlaces(AttentionSite site, const std::vector<Token>& tokens);
/** The token's row of the embedding table replaced by zeros. */
Change blanked(const ModelConfig& config, AttentionSite site, int token);

/** Whether a head is switched off; one that training took out is not. */
bool isOff(const RunRequest& request, const HeadName& head);

/** 0: always the likeliest word; above: by chance, the same each time. */
RunRequest withTemperature(RunRequest request, double temperature);
/** Chooses words as `decoding` does; how many are written stays. */
RunRequest withChance(RunRequest request, const Decoding& decoding);
double temperatureOf(const RunRequest& request);

/**
 * Has a token written at a row of the output, and what follows chosen anew. A text that goes on is cut behind the
 * place; a model that fills gaps reads the token in place of the one that stands there.
 */
RunRequest withTokenWritten(
    const Model& model, const Trace& trace, RunRequest request, int position, int token_id);

/** The same for several tokens, one after the other; a model that fills gaps takes the first. */
RunRequest withTokensWritten(const Model& model, const Trace& trace, RunRequest request, int position,
    const std::vector<int>& token_ids);

/** Has a gap read in place of a token; the request itself if the model knows no gaps. */
RunRequest withGap(const Model& model, const Trace& trace, RunRequest request, int token);

/** Has an entry of the vocabulary read in place of a token. */
RunRequest withWord(const Model& model, const Trace& trace, RunRequest request, int token, int id);

/** Whether only the conditions differ, so that the two answers can be compared. */
bool isExperiment(const RunRequest& request, const RunRequest& before);

} // namespace glassformer
