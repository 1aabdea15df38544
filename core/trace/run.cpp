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

/** What is left of a run once its text is read. */
Trace runRest(const std::shared_ptr<const Model>& model, const RunRequest& request, const Changes& changes,
    const CancelFlag& cancel, RunLimits limits)
{
    const ModelConfig& config = model->transformer.config;
    Encoding encoding = encodeRequest(*model, request);
    RunTask task = runTask(*model, request, encoding, changes);
    task.cancel = cancel;
    const bool keeps_all = keepsAll(task, limits);
    goOnFromBefore(task, keeps_all, limits);
    const Trace* const before = task.held.state ? limits.before.get() : nullptr;

    Sequences sequences = sequencesOf(task);
    Pass pass;
    passOver(task, sequences, keeps_all, before, pass);
    if (config.has_output)
        finishWords(task, keeps_all, before, pass, sequences);
    Trace trace = startTrace(task, std::move(encoding));
    trace.tensors = std::move(pass.tensors);
    finishTrace(trace, *model, sequences);
    std::vector<int> words;
    if (sequences.given > 0 && config.has_output)
        words.assign(sequences.written.begin() + sequences.given - 1, sequences.written.end());
    trace.state = std::make_shared<const RunState>(RunState{model, request.decoding, task.changes,
        std::move(sequences.source), std::move(sequences.target), std::move(words), sequences.asked_words,
        std::move(pass.encoder), std::move(pass.decoder), std::move(pass.cache)});
    if (!keeps_all)
        trace.late = std::make_shared<const LateLayers>(trace.state, task.controls);
    return trace;
}

Trace runOnce(const std::shared_ptr<const Model>& model, const RunRequest& request, const Changes& changes,
    const CancelFlag& cancel, RunLimits limits)
{
    if (const auto reading = readingOf(*model, request, changes, limits))
        limits.before = std::make_shared<const Trace>(runRest(model, *reading, changes, cancel, limits));
    return runRest(model, request, changes, cancel, std::move(limits));
}

/** The changes with the means of the run without any: the run's own would depend on words that are not written yet. */
Changes changesOf(const std::shared_ptr<const Model>& model, const RunRequest& request,
    const CancelFlag& cancel, const RunLimits& limits)
{
    if (!haveMeans(request.changes))
        return request.changes;
    for (const Change& change : request.changes)
        requireFits(change, model->transformer.config);
    RunRequest plain = request;
    plain.changes.clear();
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
        if (!m_changes) {
            m_changes = changesOf(m_model, m_request, watch.cancel, m_limits);
            m_reading = readingOf(*m_model, m_request, *m_changes, m_limits);
            return true;
        }
        const RunRequest& request = m_reading ? *m_reading : m_request;
        auto trace =
            std::make_shared<const Trace>(runRest(m_model, request, *m_changes, watch.cancel, m_limits));
        if (!std::exchange(m_reading, std::nullopt)) {
            publish(std::move(trace));
            return false;
        }
        m_limits.before = std::move(trace);
        return true;
    }

    Message doing() const override
    {
        return !m_changes || m_reading ? Message::tr("Reading the text") : Message::tr("Writing");
    }

private:
    const std::shared_ptr<const Model> m_model;
    const RunRequest m_request;
    RunLimits m_limits;
    std::optional<Changes> m_changes; ///< with the means that they need
    std::optional<RunRequest> m_reading; ///< the part that is to come before the rest
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
