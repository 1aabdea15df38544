#pragma once

#include "core/job.h"
#include "core/learn/evaluation/twin_shares.h"
#include "core/learn/training/gradient.h"
#include "core/learn/training/head_removal.h"
#include "core/learn/training/recipe.h"
#include "core/text/tokenizer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** Everything that training changes, and so everything that a checkpoint holds. */
struct TrainingState
{
    Transformer<float> model;
    HeadGates gates; ///< only during a stage that learns them
    AdamState adam;
    std::size_t stage = 0; ///< index into the recipe; equals the number of stages when all is done
    std::int64_t step = 0; ///< updates made in this stage
    std::int64_t total_steps = 0; ///< updates made in all stages
    std::int64_t chunk = 0; ///< of this stage
    std::int64_t batch_in_chunk = 0;
    std::int64_t presentations = 0; ///< sentences seen, repeats counted
};

/** What a training run says about itself now and then. */
struct TrainingProgress
{
    std::string stage;
    std::int64_t step = 0, steps = 0;
    double loss = 0; ///< mean label-smoothed cross-entropy since the last report
    double log_likelihood = 0; ///< mean -log p(target) since the last report
    double guidance_loss = 0;
    double tokens_per_second = 0; ///< target tokens
    double seconds_left = 0; ///< of all stages, as far as they have a fixed length
    double twin_single = 0; ///< share of development sentences with the right pronoun or adjective
    double twin_both = 0; ///< share of development twins with both right
    std::int64_t presentations = 0;
};

/** The data that stays the same during training. */
struct TrainingData
{
    std::vector<EncodedSentence> sentences;
    std::vector<EncodedSentence> development; ///< twins: sentence 2i and 2i+1 belong together
    RemovalData removal; ///< fresh sentences and development twins by which idle heads are found
    Tokenizer tokenizer;
};

/**
 * The corpus, the vocabulary trained on it, and both in token ids.
 * \param vocabulary  that of a model which learns on; null: trained on the corpus
 * \throws Error naming a part of the recipe's model that has no derivative
 */
TrainingData makeTrainingData(
    const Recipe& recipe, const Corpus& corpus, const Tokenizer* vocabulary = nullptr);

/** The state before the first update. */
TrainingState initialState(const Recipe& recipe, const TrainingData& data);

class StageRun;

/**
 * Runs a recipe from wherever the state stands until it is done. One update is a piece, and so is each evaluation,
 * every evaluate_every updates and at the end of stages, which publishes what training has come to.
 *
 * Each update's batch is split in two halves whose gradients are summed in a fixed order, each on a thread of its own
 * if `threads` is 2: the same seed gives the same weights with one thread and with two. Between two pieces the state
 * may be saved as a checkpoint, from which a new job goes on exactly as this one would have. Recipe, data and state
 * live longer than the job, and nobody else touches the state during a piece.
 */
class TrainingJob final : public JobOf<TrainingProgress>
{
public:
    /** @throws Error as makeTrainingData() */
    TrainingJob(const Recipe& recipe, const TrainingData& data, TrainingState& state, int threads);
    ~TrainingJob() override;

    bool isDone() const;
    bool advance(const JobWatch& watch) override;
    /** The name of the stage. */
    Message doing() const override;

private:
    void report();

    const Recipe& m_recipe;
    const TrainingData& m_data;
    TrainingState& m_state;
    int m_threads;
    std::unique_ptr<StageRun> m_stage; ///< null between two stages
    bool m_report_is_due = false;
};

/**
 * Does all pieces of a TrainingJob here. `report` hears of every evaluation.
 * @throws Error as TrainingJob(); Cancelled; the state is then that after the last finished piece.
 */
void train(const Recipe& recipe, const TrainingData& data, TrainingState& state, int threads,
    const std::function<void(const TrainingProgress&, const TrainingState&)>& report,
    const CancelFlag& cancel = {});

} // namespace glassformer
