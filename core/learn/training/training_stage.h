#pragma once

#include "core/learn/training/trainer.h"

#include <array>
#include <chrono>
#include <vector>

namespace glassformer {

/** Prepares the state for the stage it has just arrived at. */
void enterStage(const Recipe& recipe, TrainingState& state);

/** The stage of a recipe at which the state stands, update by update. Recipe, data and state live longer. */
class StageRun
{
public:
    StageRun(const Recipe& recipe, const TrainingData& data, TrainingState& state, int threads);

    bool isDone() const { return m_state.step >= m_stage.steps; }
    /** One batch: its two halves, each on a thread of its own if there are two, and the step that comes of them. */
    void update();
    /** What the stage has come to since the last report, measured on the development sentences. */
    TrainingProgress report();
    /** Whether the report allows the stage to end early. */
    bool reached(const TrainingProgress& progress) const;
    /** Brings the state to the next stage. The run is over then. */
    void finish();

private:
    /** One half of an update, with buffers that live as long as the stage. */
    struct Shard
    {
        TrainingBatch batch;
        TransformerWeights<float> gradients;
        HeadGates gate_gradients;
        GradientResult result;
    };

    /** Sums between two reports. */
    struct ReportSums
    {
        LossSums loss;
        double guidance = 0, guided_rows = 0, rows = 0;
        double tokens = 0; ///< with and without target
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };

    void drawBatches();
    void advanceBatch();
    void prepareShards();
    void runShard(Shard& shard) const;
    void collect();

    const Recipe& m_recipe;
    const Stage& m_stage;
    const TrainingData& m_data;
    TrainingState& m_state;
    int m_threads;
    std::array<Shard, 2> m_shards;
    std::vector<HeadName> m_removed; ///< they stay away
    std::vector<std::vector<DrawnSentence>> m_batches;
    double m_target_rows = 0, m_guided_rows = 0;
    ReportSums m_sums;
};

} // namespace glassformer
