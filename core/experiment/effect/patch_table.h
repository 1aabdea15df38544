#pragma once

#include "core/experiment/effect/word_trial.h"
#include "core/job.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** Which vectors are carried from one run into another. */
enum class PatchedRecord
{
    Stream, ///< what enters the stack, and what each layer passes on
    Attention, ///< what each attention block puts out
    Head, ///< what one head of each self-attention mixes
    CrossAttention,
    FeedForward
};

/** What is measured of the word that is asked about. */
enum class WordMeasure
{
    LogProbability, ///< natural logarithm of its probability
    LogitDifference ///< its logit minus that of a rival
};

struct PatchTask
{
    RunRequest
        other; ///< the second run; the words before the one that is asked about are taken from the first
    AttentionSite stack = AttentionSite::Encoder; ///< or DecoderSelf
    PatchedRecord record = PatchedRecord::Stream;
    int head = 0; ///< of PatchedRecord::Head
    /** Nothing: the word that the second run finds likeliest, if that is another one; else ln p is measured. */
    std::optional<Token> rival{};
    /** Whether texts of different lengths are aligned (token_alignment.h) instead of refused. */
    bool aligns = false;
};

/** What a run says at the place that is asked about. */
struct SaidWord
{
    double probability = 0; ///< of the word that is asked about
    int likeliest = -1; ///< id
};

/** One vector of the second run in the first: what the measure is then, and which share of the way to the second run. */
struct PatchCell
{
    double value = 0;
    double share = 0; ///< 0: nothing changed; 1: as in the second run; may lie outside
    SaidWord said{}; ///< what the first run says then
};

/** Layers x tokens: where what makes the difference between two runs is, layer by layer. */
struct PatchTable
{
    AskedWord asked;
    std::optional<Token> rival{}; ///< where the difference of logits is measured
    double value = 0, other_value = 0; ///< of the measure in the first run and in the second
    SaidWord said{}, other_said{}; ///< by the first run as it is, and by the second
    std::shared_ptr<const Trace> other{}; ///< the second run
    std::vector<std::string> tensors{}; ///< the rows, from below to above
    int head = every; ///< whose part of the tensors is carried
    std::vector<Token> tokens{}; ///< the columns: of the first run, as far as the word can depend on them
    std::vector<int> counterparts{}; ///< for each its place in the second run, or no_counterpart
    std::vector<std::vector<std::optional<PatchCell>>>
        cells{}; ///< [tensors][tokens]; nothing: not known, or no way
    int tried = 0, trials = 0;

    WordMeasure measure() const { return rival ? WordMeasure::LogitDifference : WordMeasure::LogProbability; }
    /** The change that carries the vector of a cell into the first run. The token has a counterpart. */
    Change change(std::size_t row, std::size_t column) const;
    /** The token of each row with the largest share; no_counterpart where nothing is known. */
    std::vector<int> strongest() const;
};

/**
 * Publishes the table as its cells are filled.
 * @throws Error for texts with different numbers of tokens, a stack that the model has not, and runs that say the same
 */
std::unique_ptr<JobOf<PatchTable>> patchTableJob(WordQuestion question, PatchTask task);

} // namespace glassformer
