#pragma once

#include "core/trace/record_names.h"
#include "core/trace/run_words.h"

#include <memory>

namespace glassformer {

/** A pass over both stacks, or over what an earlier run has left to do. */
struct Pass
{
    std::shared_ptr<const StackRecord<float>> encoder, decoder; ///< null if the model has none
    DecoderCache<float> cache;
    NamedTensors tensors;
    Matrix<float> last; ///< what the output projection reads, of the rows that were computed
};

/** Layers of the encoder that come before everything that is changed. */
BegunStack<float> begunEncoder(const RunTask& task);

/**
 * Runs all stacks over the tokens of a run, as far as nothing of the run before can be taken over.
 * \param keeps_all  whether the insides of layers stay
 * \param before  the run whose state the task goes on from, or null
 */
void passOver(
    const RunTask& task, const Sequences& sequences, bool keeps_all, const Trace* before, Pass& pass);

} // namespace glassformer
