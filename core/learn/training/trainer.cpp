#include "core/learn/training/trainer.h"

#include "core/learn/training/training_stage.h"

#include <utility>

namespace glassformer {

TrainingState initialState(const Recipe& recipe, const TrainingData& data)
{
    TrainingState state;
    state.model.config = recipe.model;
    state.model.config.vocabulary = data.tokenizer.size();
    Random random(recipe.seed);
    state.model.weights = initialWeights<float>(state.model.config, random);
    enterStage(recipe, state);
    return state;
}

TrainingJob::TrainingJob(const Recipe& recipe, const TrainingData& data, TrainingState& state, int threads)
    : m_recipe(recipe)
    , m_data(data)
    , m_state(state)
    , m_threads(threads)
{
    state.model.config.requireTrainable(recipe.name);
}

TrainingJob::~TrainingJob() = default;

bool TrainingJob::isDone() const
{
    return m_state.stage >= m_recipe.stages.size();
}

bool TrainingJob::advance(const JobWatch& watch)
{
    if (isDone())
        return false;
    if (!m_stage)
        m_stage = std::make_unique<StageRun>(m_recipe, m_data, m_state, m_threads);
    if (std::exchange(m_report_is_due, false) || m_stage->isDone()) {
        report();
        return !isDone();
    }
    m_stage->update();
    m_report_is_due = m_state.step % m_recipe.evaluate_every == 0;
    if (watch.progress)
        watch.progress(static_cast<std::uint64_t>(m_state.step),
            static_cast<std::uint64_t>(m_recipe.stages[m_state.stage].steps));
    return true;
}

void TrainingJob::report()
{
    const TrainingProgress progress = m_stage->report();
    if (m_stage->isDone() || m_stage->reached(progress)) {
        m_stage->finish();
        m_stage.reset();
    }
    publish(progress);
}

Message TrainingJob::doing() const
{
    return isDone() ? Message() : Message::tr("Training: %1", m_recipe.stages[m_state.stage].name);
}

void train(const Recipe& recipe, const TrainingData& data, TrainingState& state, int threads,
    const std::function<void(const TrainingProgress&, const TrainingState&)>& report,
    const CancelFlag& cancel)
{
    TrainingJob job(recipe, data, state, threads);
    for (bool is_going_on = !job.isDone(); is_going_on;) {
        cancel.check();
        is_going_on = job.advance({cancel});
        if (const auto progress = job.takeNews())
            report(*progress, state);
    }
}

} // namespace glassformer
