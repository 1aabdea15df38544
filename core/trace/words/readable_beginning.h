#pragma once

#include "core/trace/model.h"

#include <string>

namespace glassformer {

/**
 * Of a text that is too long for a model, the longest beginning that it reads, cut between words where there are any.
 * The whole text if the model can take it; empty if no beginning of it can be read.
 */
std::string readableBeginning(const Model& model, const RunRequest& request);

} // namespace glassformer
