#pragma once

#include "core/model/stack_run.h"
#include "core/trace/record/record_names.h"
#include "core/trace/run/run_words.h"

#include <memory>
#include <optional>
#include <span>

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

/** Runs all stacks over the tokens of a run, as far as nothing of the run before can be taken over, layer by layer. */
class PassRun
{
public:
    /**
     * All that is referred to must live as long.
     * \param keeps_all  whether the insides of layers stay
     * \param before  the run whose state the task goes on from, or null
     * \param pass  is filled
     */
    PassRun(const RunTask& task, const Sequences& sequences, bool keeps_all, const Trace* before, Pass& pass);

    /** The next piece. Whether anything is left. @throws Cancelled */
    bool advance();

private:
    void beginEncoder();
    void finishEncoder();
    void takeEncoder();
    void beginDecoder();
    void finishDecoder();
    const Memory<float>* memory() const { return m_pass.encoder ? &*m_memory : nullptr; }

    const RunTask& m_task;
    const Sequences& m_sequences;
    const Trace* const m_before;
    Pass& m_pass;
    PassOptions<float> m_options; ///< of the stack that runs
    int m_known = 0; ///< rows of the decoder that the run before has computed
    bool m_has_begun = false, m_is_decoder = false;
    const Segments m_source_segments;
    std::span<const int> m_ids; ///< of the decoder, that are read
    Segments m_segments;
    std::optional<Memory<float>> m_memory;
    std::optional<StackRun<float>> m_run;
};

} // namespace glassformer
