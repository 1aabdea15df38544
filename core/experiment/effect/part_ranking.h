#pragma once

#include "core/experiment/effect/model_part.h"
#include "core/experiment/effect/word_trial.h"
#include "core/job.h"

#include <memory>
#include <vector>

namespace glassformer {

/** One part, or several together, and what taking them out makes of the word. */
struct PartEffect
{
    std::vector<ModelPart> parts;
    WordEffect effect;
};

/** Which parts of the model one word of a run needs, each taken out alone, and groups of heads taken out together. */
struct PartRanking
{
    AskedWord asked;
    Ablation ablation = Ablation::Zero;
    std::vector<PartEffect> single; ///< tried so far; those that move the word most come first
    /** The head that makes the word least likely; with it the second that does; and so on. Single heads often have others
     * that do the same. */
    std::vector<PartEffect> groups;
    int tried = 0, trials = 0; ///< passes done, of so many
};

struct RankingTask
{
    std::vector<ModelPart> parts; ///< each alone
    Ablation ablation = Ablation::Zero;
    int group_size = 0; ///< heads of the largest group; 0: no groups
};

/** Publishes what is known after every few trials. @throws Error as WordTrials does, before anything is tried */
std::unique_ptr<JobOf<PartRanking>> partRankingJob(WordQuestion question, RankingTask task);

/** The changes that take parts out of a run, with the means that they need. */
Changes partsOff(const std::vector<ModelPart>& parts, Ablation ablation, const Trace& run);

} // namespace glassformer
