#include "core/trace/run/whole_run.h"

#include "core/trace/record/record_names.h"
#include "core/trace/run/late_layers.h"
#include "core/trace/run/run_choice.h"
#include "core/trace/run/run_pass.h"
#include "core/trace/run/run_words.h"

#include <optional>
#include <utility>

namespace glassformer {
namespace {

/** What all tensors of the run would take. */
double bytesOf(const ModelConfig& config, double source, double target)
{
    const auto layer = [&config](double rows, double keys) {
        return rows * keys * config.n_heads * 3 + rows * (10.0 * config.d_model + 3.0 * config.d_ff);
    };
    const double rows = config.hasDecoder() ? target : source;
    const double words = config.has_output ? 2.0 * rows * config.vocabulary : 0;
    return 4
        * (config.encoder_layers * layer(source, source)
            + config.decoder_layers
                * (layer(target, target) + (config.hasEncoder() ? layer(target, source) : 0))
            + words);
}

/** Everything of the run that needs no pass. */
Trace startTrace(const RunTask& task, Encoding encoding)
{
    Trace trace;
    trace.config = task.model.transformer.config;
    trace.source_text = task.request.text;
    trace.weights_digest = task.model.weights_digest;
    trace.target_language = task.request.target_language;
    trace.source_language = task.request.source_language;
    trace.decoding = task.request.decoding;
    trace.forced_target = task.request.forced_target;
    trace.source = std::move(encoding.tokens);
    trace.source_normal = std::move(encoding.normal);
    trace.source_words = std::move(encoding.words);
    trace.changes = task.request.changes;
    trace.generation = task.model.generation;
    return trace;
}

void finishTrace(Trace& trace, const Model& model, const Sequences& sequences)
{
    trace.target = model.tokenizer.tokens(sequences.target);
    trace.written = model.tokenizer.tokens(sequences.written);
    trace.ended = sequences.ended;
    trace.answer = answerOf(model, sequences);
    if (trace.config.hasEncoder() || sequences.target.empty())
        return;
    // A decoder alone reads one text: the given tokens keep their places in it, the written ones have none.
    trace.given = sequences.given;
    for (std::size_t i = trace.source.size(); i < trace.target.size(); ++i)
        trace.source.push_back(trace.target[i]);
    trace.target = trace.source;
}

/** The scores of the words, as far as they are kept, and the choice of the last word. */
void finishWords(const RunTask& task, bool keeps_all, const Trace* before, Pass& pass, Sequences& sequences)
{
    const Transformer<float>& transformer = task.model.transformer;
    const bool needs_all = keeps_all || !transformer.config.hasDecoder();
    const Matrix<float>& all = (transformer.config.hasDecoder() ? pass.decoder : pass.encoder)->output;
    const auto first_row = static_cast<int>(all.rows() - (needs_all ? pass.last.rows() : 1));
    const OutputChange<float> change{&task.controls, first_row};
    const Matrix<float> scores =
        logits(transformer, needs_all ? pass.last : Matrix<float>(pass.last.bottomRows(1)), change);
    chooseWords(task.model, task.request, scores, sequences);
    if (!keeps_all)
        return;
    const int known = static_cast<int>(std::ssize(sequences.written) - scores.rows());
    nameOutput(pass.tensors,
        transformer.config.output_transform ? outputState(transformer, pass.last, change) : Matrix<float>(),
        scores, {before ? &before->tensors : nullptr, known});
}

bool hasReadPrompt(const RunTask& task)
{
    std::vector<int> longer = task.prompt;
    longer.push_back(0); // a row to compute
    return task.knownRows(longer) == std::ssize(task.prompt);
}

/** Whether one pass over what is known cannot choose all that is to be written. */
bool writesSeveral(const RunTask& task)
{
    return task.request.decoding.kind != DecodingKind::Beam
        && task.mostWords() > static_cast<int>(task.asked_words.size()) + 1;
}

/** Whether all tensors of a run are to stay. */
bool keepsAll(const RunTask& task, const RunLimits& limits)
{
    return bytesOf(task.model.transformer.config, double(task.source.size()),
               double(task.prompt.size()) + task.mostWords() - 1)
        <= limits.most_bytes;
}

/** Finds what the run before has left for this one, if that has kept as much as this one is to keep. */
void goOnFromBefore(RunTask& task, bool keeps_all, RunLimits& limits)
{
    if (limits.before && keeps_all == bool(limits.before->late))
        limits.before.reset();
    task.held =
        heldState(limits.before ? limits.before->state : nullptr, task.model, task.source, task.changes);
}

/**
 * The text is read once, for its first word, if the words behind it can go on from there: that part of a run, and in
 * `limits` that it keeps as much as the whole.
 */
std::optional<RunRequest> readingOf(
    const Model& model, const RunRequest& request, const Changes& changes, RunLimits& limits)
{
    const ModelConfig& config = model.transformer.config;
    RunTask task = runTask(model, request, encodeRequest(model, request), changes);
    const bool keeps_all = keepsAll(task, limits);
    goOnFromBefore(task, keeps_all, limits);
    const bool reads_at_once = task.controls.reads_ahead && !config.hasEncoder();
    if (!config.hasDecoder() || hasReadPrompt(task) || !writesSeveral(task) || reads_at_once)
        return std::nullopt;
    RunRequest first = request;
    first.decoding.max_new_tokens = static_cast<int>(task.asked_words.size()) + 1;
    limits.most_bytes = keeps_all ? limits.most_bytes : 0;
    return first;
}

} // namespace

/** What is left of a run once its text is read, in pieces: words, then layers. */
class WholeRun::Part
{
public:
    Part(std::shared_ptr<const Model> model, const RunRequest& request, const Changes& changes,
        const CancelFlag& cancel, const RunLimits& limits)
        : m_model(std::move(model))
        , m_request(request)
        , m_limits(limits)
        , m_encoding(encodeRequest(*m_model, m_request))
        , m_task(runTask(*m_model, m_request, m_encoding, changes))
        , m_keeps_all(keepsAll(m_task, m_limits))
    {
        m_task.cancel = cancel;
        goOnFromBefore(m_task, m_keeps_all, m_limits);
        m_before = m_task.held.state ? m_limits.before.get() : nullptr;
        m_writing.emplace(m_task);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    /** The next piece. Whether anything is left. @throws Cancelled */
    bool advance()
    {
        if (m_pass_run)
            return m_pass_run->advance();
        if (m_writing->advance())
            return true;
        m_sequences = m_writing->take();
        m_pass_run.emplace(m_task, m_sequences, m_keeps_all, m_before, m_pass);
        return true;
    }

    Trace take()
    {
        const ModelConfig& config = m_model->transformer.config;
        if (config.has_output)
            finishWords(m_task, m_keeps_all, m_before, m_pass, m_sequences);
        Trace trace = startTrace(m_task, std::move(m_encoding));
        trace.tensors = std::move(m_pass.tensors);
        finishTrace(trace, *m_model, m_sequences);
        std::vector<int> words;
        if (m_sequences.given > 0 && config.has_output)
            words.assign(m_sequences.written.begin() + m_sequences.given - 1, m_sequences.written.end());
        trace.state = std::make_shared<const RunState>(
            RunState{m_model, m_request.decoding, m_task.changes, std::move(m_sequences.source),
                std::move(m_sequences.target), std::move(words), m_sequences.asked_words,
                std::move(m_pass.encoder), std::move(m_pass.decoder), std::move(m_pass.cache)});
        if (!m_keeps_all)
            trace.late = std::make_shared<const LateLayers>(trace.state, m_task.controls);
        return trace;
    }

private:
    const std::shared_ptr<const Model> m_model;
    const RunRequest m_request;
    RunLimits m_limits;
    Encoding m_encoding;
    RunTask m_task;
    const bool m_keeps_all;
    const Trace* m_before = nullptr; ///< from which something is taken over, or null
    std::optional<Writing> m_writing;
    Sequences m_sequences;
    Pass m_pass;
    std::optional<PassRun> m_pass_run;
};

WholeRun::WholeRun(std::shared_ptr<const Model> model, RunRequest request, Changes changes,
    const CancelFlag& cancel, RunLimits limits)
    : m_model(std::move(model))
    , m_request(std::move(request))
    , m_changes(std::move(changes))
    , m_cancel(cancel)
    , m_limits(std::move(limits))
{
    const std::optional<RunRequest> reading = readingOf(*m_model, m_request, m_changes, m_limits);
    m_is_reading = reading.has_value();
    begin(reading.value_or(m_request));
}

WholeRun::~WholeRun() = default;

bool WholeRun::advance()
{
    if (m_part->advance())
        return true;
    if (!std::exchange(m_is_reading, false))
        return false;
    m_limits.before = std::make_shared<const Trace>(m_part->take());
    begin(m_request);
    return true;
}

Trace WholeRun::take()
{
    return m_part->take();
}

void WholeRun::begin(const RunRequest& request)
{
    m_part = std::make_unique<Part>(m_model, request, m_changes, m_cancel, m_limits);
}

} // namespace glassformer
