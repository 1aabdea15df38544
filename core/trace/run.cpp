#include "core/model/change_check.h"
#include "core/model/ruled_tokens.h"
#include "core/trace/change_means.h"
#include "core/trace/late_layers.h"
#include "core/trace/record_names.h"
#include "core/trace/run_job.h"
#include "core/trace/run_pass.h"
#include "core/trace/run_words.h"

#include <algorithm>
#include <limits>
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

/** The likeliest word of each row that has none yet: of every row of an encoder alone, of a decoder's last. */
void chooseWords(
    const Model& model, const RunRequest& request, const Matrix<float>& scores, Sequences& sequences)
{
    const auto first = scores.rows()
        - (model.transformer.config.hasDecoder()
                ? static_cast<Eigen::Index>(sequences.target.size() - sequences.written.size())
                : scores.rows());
    for (Eigen::Index row = first; row < scores.rows(); ++row) {
        RowVector<float> words = scores.row(row);
        if (model.transformer.config.hasDecoder()) {
            const std::span<const int> read(sequences.target);
            const auto given = static_cast<std::size_t>(sequences.given);
            applyRules(model.generation, {sequences.source, read.first(given), read.subspan(given)}, words);
        }
        Random random =
            randomAt(request.decoding, static_cast<int>(std::ssize(sequences.written)) + 1 - sequences.given);
        sequences.written.push_back(chooseToken(words, request.decoding, random));
    }
    if (model.transformer.config.hasDecoder() && !sequences.written.empty())
        sequences.ended = model.generation.isEnd(sequences.written.back());
}

std::string answerOf(const Model& model, const Sequences& sequences)
{
    const ModelConfig& config = model.transformer.config;
    if (!config.has_output)
        return {};
    if (config.hasCrossAttention())
        return model.tokenizer.sentence(sequences.written);
    std::vector<int> all = config.hasDecoder() ? sequences.target : sequences.source;
    if (config.hasDecoder()) {
        if (!sequences.written.empty())
            all.push_back(sequences.written.back());
        return model.tokenizer.sentence(all);
    }
    const int mask = model.tokenizer.specialTokens().mask;
    for (std::size_t i = 0; i < std::min(all.size(), sequences.written.size()); ++i)
        if (all[i] == mask)
            all[i] = sequences.written[i];
    return sequences.written.empty() ? std::string() : model.tokenizer.sentence(all);
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

/** What a run may keep, and what it may go on from. */
struct RunLimits
{
    double most_bytes;
    std::shared_ptr<const Trace> before;
};

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

/** What is left of a run once its text is read, in pieces: words, then layers. */
class RestRun
{
public:
    RestRun(std::shared_ptr<const Model> model, const RunRequest& request, const Changes& changes,
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
    RestRun(const RestRun&) = delete;
    RestRun& operator=(const RestRun&) = delete;

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

/** A run whose changes have their means: the text for its first word, if it is read apart, and the rest. */
class WholeRun
{
public:
    WholeRun(std::shared_ptr<const Model> model, RunRequest request, Changes changes,
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

    bool isReading() const { return m_is_reading; }

    /** The next piece. Whether anything is left. @throws Cancelled */
    bool advance()
    {
        if (m_part->advance())
            return true;
        if (!std::exchange(m_is_reading, false))
            return false;
        m_limits.before = std::make_shared<const Trace>(m_part->take());
        begin(m_request);
        return true;
    }

    Trace take() { return m_part->take(); }

private:
    void begin(const RunRequest& request)
    {
        m_part = std::make_unique<RestRun>(m_model, request, m_changes, m_cancel, m_limits);
    }

    const std::shared_ptr<const Model> m_model;
    const RunRequest m_request;
    const Changes m_changes;
    const CancelFlag m_cancel;
    RunLimits m_limits;
    bool m_is_reading = false;
    std::unique_ptr<RestRun> m_part;
};

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
