#pragma once

#include "core/message.h"
#include "core/trace/model.h"

#include <vector>

namespace glassformer {

/** Changes that another text still has a place for, and what became of the others. */
struct KeptChanges
{
    Changes changes;
    std::vector<Message> reasons; ///< one for each that was dropped, or moved with its token
};

/**
 * What is left of the changes of a run when the model reads another text. One that names no token stays. One that names
 * a token goes where the token is now, if it stands in the part of the text that is the same at its beginning or end;
 * a token of the answer is written anew and so has no place yet.
 *
 * \param before  tokens that the text gave the model: its encoder, or its decoder if it has no encoder
 * \param after  the same of the new text
 */
KeptChanges keptFor(const Changes& changes, const ModelConfig& config, const std::vector<int>& before,
    const std::vector<int>& after);

/** The same for the changes of a request when another text is asked for. One that the model cannot take leaves them all. */
KeptChanges keptFor(const Model& model, const RunRequest& before, const RunRequest& after);

} // namespace glassformer
