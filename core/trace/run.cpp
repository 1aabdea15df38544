#include "core/trace/late_layers.h"
#include "core/trace/record_names.h"
#include "core/trace/run_words.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace glassformer {
namespace {

std::vector<Token> tokensOf(const Model& model, const std::vector<int>& ids)
{
    std::vector<Token> tokens;
    for (const int id : ids)
        tokens.push_back(model.tokenizer.token(id));
    return tokens;
}

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

/** A pass over both stacks, or over what an earlier run has left to do. */
struct Pass
{
    std::shared_ptr<const StackRecord<float>> encoder, decoder; ///< null if the model has none
    DecoderCache<float> cache;
    NamedTensors tensors;
    Matrix<float> last; ///< what the output projection reads, of the rows that were computed
};

/** Thumbnails are made while the layers that they show are there. */
auto thumbnailsOf(AttentionSite site, NamedTensors& tensors)
{
    return [&tensors, site](int layer, const LayerRecord<float>& record) {
        nameThumbnail(tensors, site, layer, record.attention);
        if (!record.cross_attention.weights.empty())
            nameThumbnail(tensors, AttentionSite::DecoderCross, layer, record.cross_attention);
    };
}

void passEncoder(const RunTask& task, const Sequences& sequences, PassOptions<float> options, Pass& pass)
{
    if (!options.keep_layers)
        options.see_layer = thumbnailsOf(AttentionSite::Encoder, pass.tensors);
    const Segments segments = Segments::single(static_cast<int>(sequences.source.size()));
    StackRecord<float> encoder =
        encode<float>(task.model.transformer, {sequences.source, segments, task.segments}, options);
    nameStack(pass.tensors, task.model.transformer, AttentionSite::Encoder, sequences.source, encoder);
    pass.last = encoder.output;
    pass.encoder = std::make_shared<const StackRecord<float>>(std::move(encoder));
}

/** The encoder's part of the run before. */
void takeEncoder(const Trace& before, Pass& pass)
{
    pass.encoder = before.state->encoder;
    for (const auto& [name, tensor] : before.tensors)
        if (name.starts_with("encoder.") || name.starts_with("source."))
            pass.tensors[name] = tensor;
}

void passDecoder(const RunTask& task, const Sequences& sequences, PassOptions<float> options,
    const Trace* before, Pass& pass)
{
    if (!options.keep_layers)
        options.see_layer = thumbnailsOf(AttentionSite::DecoderSelf, pass.tensors);
    const int known = task.knownRows(sequences.target);
    if (task.before)
        pass.cache = firstRows(task.before->cache, known);
    options.cache = &pass.cache;
    options.all_rows = true;
    const std::span<const int> ids = std::span(sequences.target).subspan(static_cast<std::size_t>(known));
    const Segments segments = Segments::single(static_cast<int>(ids.size()));
    const Segments source = Segments::single(static_cast<int>(sequences.source.size()));
    const Memory<float> memory{pass.encoder ? pass.encoder->output : pass.last, source};
    StackRecord<float> decoder =
        decode<float>(task.model.transformer, pass.encoder ? &memory : nullptr, {ids, segments}, options);
    nameStack(pass.tensors, task.model.transformer, AttentionSite::DecoderSelf, sequences.target, decoder,
        {before ? &before->tensors : nullptr, known});
    pass.last = decoder.output;
    pass.decoder = std::make_shared<const StackRecord<float>>(
        known > 0 ? joined(*task.before->decoder, known, std::move(decoder)) : std::move(decoder));
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
        forbid(model.generation, words);
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
        return model.tokenizer.decode(sequences.written);
    std::vector<int> all = config.hasDecoder() ? sequences.target : sequences.source;
    if (config.hasDecoder()) {
        if (!sequences.written.empty())
            all.push_back(sequences.written.back());
        return model.tokenizer.decode(all);
    }
    const int mask = model.tokenizer.specialTokens().mask;
    for (std::size_t i = 0; i < std::min(all.size(), sequences.written.size()); ++i)
        if (all[i] == mask)
            all[i] = sequences.written[i];
    return sequences.written.empty() ? std::string() : model.tokenizer.decode(all);
}

/** Everything of the run that needs no pass. */
Trace startTrace(const RunTask& task, Encoding encoding)
{
    Trace trace;
    trace.config = task.model.transformer.config;
    trace.source_text = task.request.text;
    trace.target_language = task.request.target_language;
    trace.source_language = task.request.source_language;
    trace.source = std::move(encoding.tokens);
    trace.source_words = std::move(encoding.words);
    trace.changes = task.request.changes;
    return trace;
}

void finishTrace(Trace& trace, const Model& model, const Sequences& sequences)
{
    trace.target = tokensOf(model, sequences.target);
    trace.written = tokensOf(model, sequences.written);
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

/** What of an earlier run holds for this one: all, the encoder's part, or nothing (null). */
std::shared_ptr<const RunState> heldState(const Trace* before, const RunTask& task)
{
    const std::shared_ptr<const RunState> state = before ? before->state : nullptr;
    if (!state || state->model.get() != &task.model || state->source != task.source)
        return nullptr;
    const Changes& wanted = task.request.changes;
    if (state->changes == wanted)
        return state;
    return state->encoder && onEncoder(state->changes) == onEncoder(wanted)
        ? std::make_shared<const RunState>(encoderOf(*state))
        : nullptr;
}

void passOver(
    const RunTask& task, const Sequences& sequences, bool keeps_all, const Trace* before, Pass& pass)
{
    PassOptions<float> options{&task.controls, keeps_all};
    options.keep_layers = keeps_all;
    options.cancel = task.cancel;
    const ModelConfig& config = task.model.transformer.config;
    if (config.hasEncoder() && before)
        takeEncoder(*before, pass);
    else if (config.hasEncoder())
        passEncoder(task, sequences, options, pass);
    if (config.hasDecoder())
        passDecoder(task, sequences, options, before, pass);
}

/** The scores of the words, as far as they are kept, and the choice of the last word. */
void finishWords(const RunTask& task, bool keeps_all, const Trace* before, Pass& pass, Sequences& sequences)
{
    const Transformer<float>& transformer = task.model.transformer;
    const bool needs_all = keeps_all || !transformer.config.hasDecoder();
    const Matrix<float> scores =
        logits(transformer, needs_all ? pass.last : Matrix<float>(pass.last.bottomRows(1)));
    chooseWords(task.model, task.request, scores, sequences);
    if (!keeps_all)
        return;
    const int known = static_cast<int>(std::ssize(sequences.written) - scores.rows());
    nameOutput(pass.tensors,
        transformer.config.output_transform ? outputState(transformer, pass.last) : Matrix<float>(), scores,
        {before ? &before->tensors : nullptr, known});
}

bool hasReadPrompt(const RunState* before, const RunTask& task)
{
    return before && before->target.size() >= task.prompt.size()
        && std::equal(task.prompt.begin(), task.prompt.end(), before->target.begin());
}

/** Whether one pass over what is known cannot choose all that is to be written. */
bool writesSeveral(const RunTask& task)
{
    return task.request.decoding.kind != DecodingKind::Beam
        && task.mostWords() > static_cast<int>(task.asked_words.size()) + 1;
}

Trace runOnce(const std::shared_ptr<const Model>& model, const RunRequest& request, const CancelFlag& cancel,
    RunLimits limits)
{
    const ModelConfig& config = model->transformer.config;
    Encoding encoding = encodeRequest(*model, request);
    RunTask task = runTask(*model, request, encoding);
    task.cancel = cancel;
    const bool keeps_all =
        bytesOf(config, double(task.source.size()), double(task.prompt.size()) + task.mostWords() - 1)
        <= limits.most_bytes;
    if (limits.before && keeps_all == bool(limits.before->late))
        limits.before.reset(); // it has kept more or less than this one is to keep
    std::shared_ptr<const RunState> held = heldState(limits.before.get(), task);
    if (config.hasDecoder() && !hasReadPrompt(held.get(), task) && writesSeveral(task)) {
        // The text is read once, for its first word; the words behind it go on from there.
        RunRequest first = request;
        first.decoding.max_new_tokens = static_cast<int>(task.asked_words.size()) + 1;
        limits.most_bytes = keeps_all ? limits.most_bytes : 0;
        limits.before = std::make_shared<const Trace>(runOnce(model, first, cancel, limits));
        held = limits.before->state;
    }
    const Trace* const before = held ? limits.before.get() : nullptr;
    task.before = held.get();

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
    trace.state = std::make_shared<const RunState>(RunState{model, request.decoding, request.changes,
        std::move(sequences.source), std::move(sequences.target), std::move(words), sequences.asked_words,
        std::move(pass.encoder), std::move(pass.decoder), std::move(pass.cache)});
    if (!keeps_all)
        trace.late = std::make_shared<const LateLayers>(trace.state, task.controls);
    return trace;
}

} // namespace

Trace run(const Model& model, const RunRequest& request, const CancelFlag& cancel)
{
    // The model is not ours to keep: the run forgets what it could go on from.
    const std::shared_ptr<const Model> borrowed(std::shared_ptr<const Model>(), &model);
    Trace trace = runOnce(borrowed, request, cancel, {std::numeric_limits<double>::infinity(), nullptr});
    trace.state.reset();
    return trace;
}

Trace runLean(std::shared_ptr<const Model> model, const RunRequest& request, const CancelFlag& cancel,
    double most_bytes, std::shared_ptr<const Trace> before)
{
    return runOnce(model, request, cancel, {most_bytes, std::move(before)});
}

std::string answer(
    const Model& model, const RunRequest& request, const CancelFlag& cancel, const Trace* before)
{
    RunTask task = runTask(model, request, encodeRequest(model, request));
    task.cancel = cancel;
    const std::shared_ptr<const RunState> held = heldState(before, task);
    task.before = held.get();
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
    const Segments segments = Segments::single(static_cast<int>(task.source.size()));
    const StackRecord<float> encoder =
        encode<float>(model.transformer, {task.source, segments, task.segments}, options);
    chooseWords(model, request, logits(model.transformer, encoder.output), sequences);
    return answerOf(model, sequences);
}

} // namespace glassformer
