#pragma once

#include "core/experiment/effect/head_effect.h"
#include "core/model/changes/change_reach.h"

#include <memory>
#include <vector>

namespace glassformer {

struct RunState;
struct RunTask;

/** A run, and a word of it that is asked about. */
struct WordQuestion
{
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Trace> trace; ///< by the model; of runLean() or runJob(), which leave what goes on
    AskedWord asked;
};

/** What changes make of the word that is asked about, behind the same words as before. */
struct WordEffect
{
    double before = 0, after = 0; ///< natural logarithm of its probability without and with the changes
    int likeliest_before = -1, likeliest_after = -1; ///< ids

    /** How much the logarithm of its probability moves; below 0 the word becomes less likely. */
    double moved() const { return after - before; }
    bool changesWord() const { return likeliest_after != likeliest_before; }
};

/** Natural logarithm of softmax at one place. */
double logProbability(const RowVector<float>& logits, int id);

/**
 * The word of a run, tried under changes on top of those that the run already has. A trial computes one row of words and
 * no more than that needs: what lies before the change, in layers and in rows of a causal stack, is taken from the run.
 */
class WordTrials
{
public:
    /** @throws Error for a run that was read from a file or has no words: nothing can be tried in it */
    explicit WordTrials(WordQuestion question);

    const WordQuestion& question() const { return m_question; }
    const Trace& trace() const { return *m_question.trace; }
    const ModelConfig& config() const { return m_question.trace->config; }

    /** Logits of the row of the run itself [vocabulary]. */
    const RowVector<float>& logits() const { return m_logits; }
    /** The same under changes, whose means are known. @throws Error for one that does not fit; Cancelled */
    RowVector<float> logits(const Changes& changes, const CancelFlag& cancel = {}) const;

    /** Tokens of the text: what the encoder reads, or a decoder alone up to the word. */
    const std::vector<int>& read() const;
    /** What the decoder reads up to the word; empty if there is none. */
    const std::vector<int>& decoderTokens() const { return m_target; }
    /** The word's logits if the text lacked a token; of one stack the word is then asked for a row earlier. The token is
     * not the gap that is asked about, nor the only one. Changes of the run stay where they are. */
    RowVector<float> logitsWithout(int token, const CancelFlag& cancel = {}) const;
    /** The same if another token stood in its place. */
    RowVector<float> logitsWith(int token, int id, const CancelFlag& cancel = {}) const;

    WordEffect effect(const Changes& changes, const CancelFlag& cancel = {}) const;
    /** The same where the logits under the changes are known. */
    WordEffect effectOf(const RowVector<float>& after) const;

private:
    RowVector<float> logitsReading(
        std::vector<int> ids, std::vector<int> segments, int row, const CancelFlag& cancel) const;
    RowVector<float> logitsOf(const RunTask& task, const std::vector<int>& target, int row) const;

    WordQuestion m_question;
    RunRequest m_request;
    std::vector<int> m_segments; ///< of the encoder's tokens
    std::vector<int> m_target; ///< what the decoder reads up to the word; of one that sees ahead, all
    RowVector<float> m_logits;
    double m_log_probability = 0; ///< of the word in the run itself
    int m_likeliest = -1;
};

} // namespace glassformer
