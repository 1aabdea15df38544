#pragma once

#include "core/experiment/effect/word_trial.h"
#include "core/job.h"

#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/** How it is asked what a token that was read did for a word that is written. */
enum class AttributionMethod
{
    Removed, ///< the text without the token; those behind it move up
    Masked, ///< the model's mask stands in its place
    Blanked, ///< its vector from the table is zero; its place stays
    GradientTimesInput, ///< slope of ln p along its vector from the table, times that vector
    IntegratedGradients ///< the mean slope on the straight way there from zero vectors (Sundararajan et al. 2017)
};

/** What the tokens that were read did for the logarithm of the word's probability. */
struct Attribution
{
    AskedWord asked;
    AttributionMethod method = AttributionMethod::Removed;
    std::vector<Token> tokens; ///< that the encoder read, or a decoder alone up to the word
    /** Above 0: the word is likelier because of it. Nothing: not known yet, or the token can't be left out. */
    std::vector<std::optional<double>> parts;
    double value = 0; ///< ln p in the run
    /** Of integrated gradients: ln p with all vectors zero. The parts add up to value - blank_value, but for `missing`. */
    double blank_value = 0, missing = 0;
    int done = 0, steps = 0; ///< of integrated gradients: at most, until all are done
};

struct AttributionTask
{
    AttributionMethod method = AttributionMethod::Removed;
    int steps = 512; ///< points of the way at most, for integrated gradients; 16 do where it is smooth
};

/**
 * Publishes what is known after every token, or step of the way. Changes of the run stay; what they set answers to nothing,
 * but for vectors from the table, which may be any.
 * @throws Error for a mask that the model has not, and as WordTrials does
 */
std::unique_ptr<JobOf<Attribution>> attributionJob(WordQuestion question, AttributionTask task);

/**
 * One row of attention over the first `tokens` keys: of a head, or on average over all heads of its layer (`every`). The run
 * has these weights.
 */
std::vector<double> attentionRow(const Trace& trace, const HeadName& head, int query, std::size_t tokens);

/** The attention through which the word that is written sees the tokens that were read. */
AttentionSite attributionSite(const ModelConfig& config);

/**
 * The row of attention that belongs to an attribution: from the word's row (through cross-attention where there is one) to
 * the tokens that were read, by one head or on average over all (`every`).
 */
std::vector<double> attentionOf(const Attribution& attribution, const Trace& trace, int layer, int head);

} // namespace glassformer
