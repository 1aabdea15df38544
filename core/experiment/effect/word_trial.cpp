#include "core/experiment/effect/word_trial.h"

#include "core/error.h"
#include "core/trace/look/view.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/run/run_pass.h"
#include "core/trace/run/run_state.h"

#include <cmath>
#include <span>
#include <utility>

namespace glassformer {
namespace {

int likeliest(const RowVector<float>& logits)
{
    Eigen::Index best = 0;
    logits.maxCoeff(&best);
    return static_cast<int>(best);
}

RowVector<float> rowOf(std::span<const float> values)
{
    return Eigen::Map<const RowVector<float>>(values.data(), std::ssize(values));
}

/** The encoder's output under the changes of the task, whether it is as it was or not. */
Matrix<float> encoderOutput(const RunTask& task)
{
    if (task.held.hasEncoder())
        return task.held.state->encoder->output;
    PassOptions<float> options{&task.controls};
    options.keep_layers = false;
    options.cancel = task.cancel;
    options.begun = begunEncoder(task);
    const Segments segments = Segments::single(static_cast<int>(task.source.size()));
    return encode<float>(task.model.transformer, {task.source, segments, task.segments}, options).output;
}

/** The decoder's output in the rows that are not known; the last of them is that of the last token. */
Matrix<float> decoderOutput(const RunTask& task, const Matrix<float>& encoder, const std::vector<int>& target)
{
    PassOptions<float> options{&task.controls};
    options.keep_layers = false;
    options.cancel = task.cancel;
    DecoderCache<float> cache;
    int known = 0;
    if (!task.controls.reads_ahead) {
        known = task.knownRows(target);
        cache = task.cacheFor(target);
        options.cache = &cache;
        options.begun = task.begun(target);
    }
    const std::span<const int> ids = std::span(target).subspan(static_cast<std::size_t>(known));
    const Segments source = Segments::single(static_cast<int>(task.source.size()));
    const Segments segments = Segments::single(static_cast<int>(ids.size()));
    const Memory<float> memory{encoder, source};
    return decode<float>(
        task.model.transformer, encoder.size() > 0 ? &memory : nullptr, {ids, segments}, options)
        .output;
}

} // namespace

double logProbability(const RowVector<float>& logits, int id)
{
    const float largest = logits.maxCoeff();
    const double total = (logits.array() - largest).exp().cast<double>().sum();
    return static_cast<double>(logits(id)) - static_cast<double>(largest) - std::log(total);
}

WordTrials::WordTrials(WordQuestion question)
    : m_question(std::move(question))
{
    const Trace& run = trace();
    const WordScores scores = wordScoresAt(run, m_question.asked.position);
    if (!run.state || scores.logits.empty())
        throw Error({run.state ? Message::tr("a run without words") : Message::tr("a recorded run"), {},
            Message::tr("a run of this program, in which something can be tried"),
            Message::tr("Open the model and run the text.")});
    m_logits = rowOf(scores.logits);
    m_log_probability = logProbability(m_logits, m_question.asked.token.id);
    m_likeliest = likeliest(m_logits);
    m_request = requestOf(run);
    if (config().hasEncoder())
        for (const Token& token : run.source)
            m_segments.push_back(token.segment);
    m_target = run.state->target;
    // Where rows depend on rows behind them the word is as it is only with all of them.
    if (config().hasDecoder() && !controlsFor<float>(config(), run.state->changes).reads_ahead)
        m_target.resize(static_cast<std::size_t>(m_question.asked.position) + 1);
}

RowVector<float> WordTrials::logits(const Changes& changes, const CancelFlag& cancel) const
{
    const RunState& state = *trace().state;
    Changes all = state.changes;
    all.insert(all.end(), changes.begin(), changes.end());
    RunTask task{*m_question.model, m_request, state.source, m_segments, {}, {}, all, {}, cancel, {}};
    task.controls = controlsFor<float>(config(), task.changes);
    task.held = heldState(trace().state, *m_question.model, task.source, task.changes);
    // A mask that is lifted by the trial lets the word see what comes behind it.
    return logitsOf(task, task.controls.reads_ahead ? state.target : m_target, m_question.asked.position);
}

const std::vector<int>& WordTrials::read() const
{
    return config().hasEncoder() ? trace().state->source : m_target;
}

RowVector<float> WordTrials::logitsWithout(int token, const CancelFlag& cancel) const
{
    std::vector<int> ids = read(), segments = m_segments;
    ids.erase(ids.begin() + token);
    if (!segments.empty())
        segments.erase(segments.begin() + token);
    const int row = m_question.asked.position;
    const bool moves = !config().hasCrossAttention() && token <= row;
    return logitsReading(std::move(ids), std::move(segments), moves ? row - 1 : row, cancel);
}

RowVector<float> WordTrials::logitsWith(int token, int id, const CancelFlag& cancel) const
{
    std::vector<int> ids = read();
    ids.at(static_cast<std::size_t>(token)) = id;
    return logitsReading(std::move(ids), m_segments, m_question.asked.position, cancel);
}

RowVector<float> WordTrials::logitsReading(
    std::vector<int> ids, std::vector<int> segments, int row, const CancelFlag& cancel) const
{
    const RunState& state = *trace().state;
    std::vector<int> target = m_target;
    if (!config().hasEncoder())
        target.swap(ids);
    RunTask task{*m_question.model, m_request, config().hasEncoder() ? std::move(ids) : state.source,
        std::move(segments), {}, {}, state.changes, {}, cancel, {}};
    task.controls = controlsFor<float>(config(), task.changes);
    return logitsOf(task, target, row);
}

RowVector<float> WordTrials::logitsOf(const RunTask& task, const std::vector<int>& target, int row) const
{
    Matrix<float> last;
    if (config().hasEncoder())
        last = encoderOutput(task);
    int first_row = 0;
    if (config().hasDecoder()) {
        last = decoderOutput(task, last, target);
        first_row = static_cast<int>(std::ssize(target) - last.rows());
    }
    return glassformer::logits(m_question.model->transformer, Matrix<float>(last.row(row - first_row)),
        OutputChange<float>{&task.controls, row})
        .row(0);
}

WordEffect WordTrials::effect(const Changes& changes, const CancelFlag& cancel) const
{
    return effectOf(logits(changes, cancel));
}

WordEffect WordTrials::effectOf(const RowVector<float>& after) const
{
    const int id = m_question.asked.token.id;
    return {m_log_probability, logProbability(after, id), m_likeliest, likeliest(after)};
}

} // namespace glassformer
