#include "core/model/changes/change_check.h"
#include "core/trace/run/change_means.h"
#include "core/trace/run/run_choice.h"
#include "core/trace/run/run_job.h"
#include "core/trace/run/run_pass.h"
#include "core/trace/run/run_words.h"
#include "core/trace/run/whole_run.h"

#include <limits>
#include <utility>

namespace glassformer {
namespace {

Trace runOnce(const std::shared_ptr<const Model>& model, const RunRequest& request, const Changes& changes,
    const CancelFlag& cancel, const RunLimits& limits)
{
    WholeRun run(model, request, changes, cancel, limits);
    while (run.advance()) { }
    return run.take();
}

/** The run without changes whose means some changes need. @throws Error for changes that do not fit the model */
RunRequest withoutChanges(const Model& model, RunRequest request)
{
    for (const Change& change : request.changes)
        requireFits(change, model.transformer.config);
    request.changes.clear();
    return request;
}

/** The changes with the means of the run without any: the run's own would depend on words that are not written yet. */
Changes changesOf(const std::shared_ptr<const Model>& model, const RunRequest& request,
    const CancelFlag& cancel, const RunLimits& limits)
{
    if (!haveMeans(request.changes))
        return request.changes;
    const RunRequest plain = withoutChanges(*model, request);
    return withMeans(request.changes, runOnce(model, plain, {}, cancel, limits));
}

Trace runWithChanges(const std::shared_ptr<const Model>& model, const RunRequest& request,
    const CancelFlag& cancel, const RunLimits& limits)
{
    return runOnce(model, request, changesOf(model, request, cancel, limits), cancel, limits);
}

class RunJob final : public JobOf<std::shared_ptr<const Trace>>
{
public:
    RunJob(std::shared_ptr<const Model> model, RunRequest request, RunLimits limits)
        : m_model(std::move(model))
        , m_request(std::move(request))
        , m_limits(std::move(limits))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_run) {
            m_is_for_means = haveMeans(m_request.changes);
            begin(m_is_for_means ? withoutChanges(*m_model, m_request) : m_request,
                m_is_for_means ? Changes() : m_request.changes, watch.cancel);
            return true;
        }
        if (m_run->advance())
            return true;
        if (std::exchange(m_is_for_means, false)) {
            begin(m_request, withMeans(m_request.changes, m_run->take()), watch.cancel);
            return true;
        }
        publish(std::make_shared<const Trace>(m_run->take()));
        return false;
    }

    Message doing() const override
    {
        return !m_run || m_is_for_means || m_run->isReading() ? Message::tr("Reading the text")
                                                              : Message::tr("Writing");
    }

private:
    void begin(const RunRequest& request, const Changes& changes, const CancelFlag& cancel)
    {
        m_run = std::make_unique<WholeRun>(m_model, request, changes, cancel, m_limits);
    }

    const std::shared_ptr<const Model> m_model;
    const RunRequest m_request;
    const RunLimits m_limits;
    bool m_is_for_means = false; ///< the run is one without changes, of which these need means
    std::unique_ptr<WholeRun> m_run;
};

/** A model that is not ours to keep. */
std::shared_ptr<const Model> borrowed(const Model& model)
{
    return {std::shared_ptr<const void>(), &model};
}

} // namespace

Trace run(const Model& model, const RunRequest& request, const CancelFlag& cancel)
{
    // The run forgets what it could go on from.
    Trace trace =
        runWithChanges(borrowed(model), request, cancel, {std::numeric_limits<double>::infinity(), nullptr});
    trace.state.reset();
    return trace;
}

Trace runLean(std::shared_ptr<const Model> model, const RunRequest& request, const CancelFlag& cancel,
    double most_bytes, std::shared_ptr<const Trace> before)
{
    return runWithChanges(model, request, cancel, {most_bytes, std::move(before)});
}

std::unique_ptr<JobOf<std::shared_ptr<const Trace>>> runJob(std::shared_ptr<const Model> model,
    RunRequest request, double most_bytes, std::shared_ptr<const Trace> before)
{
    return std::make_unique<RunJob>(
        std::move(model), std::move(request), RunLimits{most_bytes, std::move(before)});
}

std::string answer(
    const Model& model, const RunRequest& request, const CancelFlag& cancel, const Trace* before)
{
    const Changes changes = changesOf(borrowed(model), request, cancel,
        {most_bytes_kept, std::shared_ptr<const Trace>(std::shared_ptr<const void>(), before)});
    RunTask task = runTask(model, request, encodeRequest(model, request), changes);
    task.cancel = cancel;
    task.held = heldState(before ? before->state : nullptr, model, task.source, task.changes);
    const ModelConfig& config = model.transformer.config;
    Sequences sequences;
    if (config.hasDecoder()) {
        const Written written = write(task, task.asked_words);
        sequences.target = task.prompt;
        sequences.target.insert(sequences.target.end(), written.ids.begin(), written.ids.end());
        sequences.written = config.hasEncoder() ? written.ids : std::vector<int>();
        return answerOf(model, sequences);
    }
    if (!config.has_output)
        return {};
    sequences.source = task.source;
    PassOptions<float> options{&task.controls};
    options.keep_layers = false;
    options.cancel = cancel;
    options.begun = begunEncoder(task);
    const Segments segments = Segments::single(static_cast<int>(task.source.size()));
    const StackRecord<float> encoder =
        encode<float>(model.transformer, {task.source, segments, task.segments}, options);
    chooseWords(model, request, logits(model.transformer, encoder.output, {&task.controls, 0}), sequences);
    return answerOf(model, sequences);
}

} // namespace glassformer
