#pragma once

#include "core/model/writing/generate.h"
#include "core/trace/run/run_state.h"

#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/** The token ids of a run: what the encoder reads, what the decoder reads, and what was chosen for each of its rows. */
struct Sequences
{
    std::vector<int> source, target, written;
    int given = 0; ///< tokens of the decoder's that were given
    int asked_words = 0; ///< so many of the written ones were asked for
    bool ended = false;
};

/** A request in tokens. */
struct RunTask
{
    const Model& model;
    const RunRequest& request;
    std::vector<int> source; ///< what an encoder reads
    std::vector<int> segments; ///< of these tokens
    std::vector<int> prompt; ///< what a decoder has read before it writes
    std::vector<int> asked_words; ///< what it writes first, whatever it thinks of it
    Changes changes; ///< with their means
    Controls<float> controls;
    CancelFlag cancel;
    HeldState held; ///< of an earlier run

    /** Tokens that can be written: as many as asked for, as far as the model reads. */
    int mostWords() const;
    /** Rows of the decoder that the run before has computed, if it is to read these. */
    int knownRows(const std::vector<int>& target) const;
    /** Layers of the decoder that need not run over the others of these rows, since the run before has read them all. */
    int begunLayers(const std::vector<int>& target) const;
    BegunStack<float> begun(const std::vector<int>& target) const;
    /** What the decoder remembers when it goes on to read them. */
    DecoderCache<float> cacheFor(const std::vector<int>& target) const;
};

/** The tokens of the request's text. @throws Error if there are none, or more than the model reads */
Encoding encodeRequest(const Model& model, const RunRequest& request);

/**
 * \param text  as encodeRequest gives it
 * \param changes  those of the request with their means
 * \throws Error for a change that the model cannot take
 */
RunTask runTask(const Model& model, const RunRequest& request, const Encoding& text, Changes changes);

/** Words that need no choice: those that were asked for, and what the run before chose behind them. */
std::vector<int> knownWords(const RunTask& task);

/** Writes from the start, or goes on from what the run before has read. @throws Cancelled */
Written write(const RunTask& task, const std::vector<int>& known_words);

/**
 * What is to be read, in pieces of the way to its last word. That one is missing from `written` if the pass over these
 * tokens is what chooses it.
 */
class Writing
{
public:
    /** The task must live as long. */
    explicit Writing(const RunTask& task);

    /** The next piece. Whether anything is left. @throws Cancelled */
    bool advance();
    Sequences take();
    /** Of a beam, once nothing is left: what was considered. */
    const BeamNodes& considered() const { return m_considered; }

private:
    const RunTask& m_task;
    std::vector<int> m_known; ///< words that need no choice
    bool m_lacks_one = false; ///< all but the last word are known beforehand: the pass over them chooses it
    std::optional<Written> m_written;
    BeamNodes m_considered;
    std::unique_ptr<Generation> m_generation; ///< null if there is nothing to write
};

} // namespace glassformer
