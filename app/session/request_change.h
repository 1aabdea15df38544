#pragma once

#include "core/trace/model.h"

namespace glassformer {

// What the user's wishes make of a request. All other parts of the request stay as they are.

RunRequest withHeadToggled(RunRequest request, const HeadName& head);

/** Whether a head is switched off; one that training took out is not. */
bool isOff(const RunRequest& request, const HeadName& head);

/** 0: always the likeliest word; above: by chance, the same each time. */
RunRequest withTemperature(RunRequest request, double temperature);
double temperatureOf(const RunRequest& request);

/**
 * Has a token written at a row of the output, and what follows chosen anew. A text that goes on is cut behind the
 * place; a model that fills gaps reads the token in place of the one that stands there.
 */
RunRequest withTokenWritten(
    const Model& model, const Trace& trace, RunRequest request, int position, int token_id);

/** Has a gap read in place of a token; the request itself if the model knows no gaps. */
RunRequest withGap(const Model& model, const Trace& trace, RunRequest request, int token);

/** Whether only the conditions differ, so that the two answers can be compared. */
bool isExperiment(const RunRequest& request, const RunRequest& before);

} // namespace glassformer
