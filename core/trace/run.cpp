#include "core/error.h"
#include "core/model/generate.h"
#include "core/trace/late_layers.h"
#include "core/trace/model.h"
#include "core/trace/record_names.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/** The token ids of a run: what the encoder reads, what the decoder reads, and what was chosen for each of its rows. */
struct Sequences
{
    std::vector<int> source, target, written;
    int given = 0; ///< tokens of the decoder's that were given
    bool ended = false;
};

Encoding encodeRequest(const Model& model, const RunRequest& request)
{
    Encoding encoding = model.tokenizer.encode(request.text, request.target_language);
    if (encoding.words.empty())
        throw Error({"an empty sentence", "", "a sentence to read", "Type some words."});
    const int longest = model.transformer.config.max_length;
    if (static_cast<int>(encoding.tokens.size()) > longest)
        throw Error({"a text of " + std::to_string(encoding.tokens.size()) + " tokens", "",
            "at most " + std::to_string(longest) + " tokens, the longest that "
                + model.transformer.config.name + " reads",
            "Shorten the text."});
    return encoding;
}

/** What the decoder has read before it writes: the text itself, or a start token behind an encoder. */
std::vector<int> promptOf(const Model& model, const std::vector<int>& text)
{
    return model.transformer.config.hasEncoder() ? std::vector<int>{model.generation.start} : text;
}

std::vector<int> forcedTokens(const Model& model, const RunRequest& request)
{
    std::vector<int> forced = request.forced_target;
    if (forced.empty() && model.generation.first >= 0)
        forced.push_back(model.generation.first);
    return forced;
}

Written write(const Model& model, const RunRequest& request, const std::vector<int>& text,
    const Controls<float>& controls, const CancelFlag& cancel)
{
    const bool has_encoder = model.transformer.config.hasEncoder();
    const std::vector<int> forced = forcedTokens(model, request);
    return generate(model.transformer,
        {has_encoder ? std::span<const int>(text) : std::span<const int>(), promptOf(model, text),
            model.generation, forced, &controls},
        request.decoding, cancel);
}

/** Whether everything but the last token is known beforehand, so that one pass chooses it too. */
bool writesOneWord(const RunRequest& request, const std::vector<int>& forced)
{
    return request.decoding.kind != DecodingKind::Beam
        && request.decoding.max_new_tokens == static_cast<int>(forced.size()) + 1;
}

Sequences sequencesOf(const Model& model, const RunRequest& request, const std::vector<int>& text,
    const Controls<float>& controls, const CancelFlag& cancel)
{
    Sequences sequences;
    const ModelConfig& config = model.transformer.config;
    if (config.hasEncoder())
        sequences.source = text;
    if (!config.hasDecoder())
        return sequences;
    sequences.target = promptOf(model, text);
    sequences.given = static_cast<int>(sequences.target.size());
    const std::vector<int> forced = forcedTokens(model, request);
    const bool one_word = writesOneWord(request, forced)
        && sequences.given + static_cast<int>(forced.size()) <= config.max_length;
    const Written written = one_word ? Written{forced, false} : write(model, request, text, controls, cancel);
    sequences.ended = written.ended;
    sequences.target.insert(sequences.target.end(), written.ids.begin(), written.ids.end());
    // Row t of the decoder chose the token behind it; for those that were given, that is what the text goes on with.
    sequences.written.assign(sequences.target.begin() + 1, sequences.target.end());
    if (!one_word)
        sequences.target.pop_back();
    return sequences;
}

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

/** The two stacks of a run. */
struct Pass
{
    StackRecord<float> encoder, decoder;
};

Pass passOver(const Transformer<float>& model, const Sequences& sequences, PassOptions<float> options,
    NamedTensors& tensors)
{
    Pass pass;
    const Segments source = Segments::single(static_cast<int>(sequences.source.size()));
    const Segments target = Segments::single(static_cast<int>(sequences.target.size()));
    const auto make_small = [&tensors](AttentionSite site) {
        return [&tensors, site](int layer, const LayerRecord<float>& record) {
            nameThumbnail(tensors, site, layer, record.attention);
            if (!record.cross_attention.weights.empty())
                nameThumbnail(tensors, AttentionSite::DecoderCross, layer, record.cross_attention);
        };
    };
    if (model.config.hasEncoder()) {
        if (!options.keep_layers)
            options.see_layer = make_small(AttentionSite::Encoder);
        pass.encoder = encode<float>(model, {sequences.source, source}, options);
    }
    if (model.config.hasDecoder()) {
        if (!options.keep_layers)
            options.see_layer = make_small(AttentionSite::DecoderSelf);
        const Memory<float> memory{pass.encoder.output, source};
        pass.decoder = decode<float>(
            model, model.config.hasEncoder() ? &memory : nullptr, {sequences.target, target}, options);
    }
    return pass;
}

/** The likeliest word of each row that has none yet: of every row of an encoder alone, of a decoder's last. */
void chooseWords(
    const Model& model, const RunRequest& request, const Matrix<float>& scores, Sequences& sequences)
{
    Random random(request.decoding.seed);
    const auto first = scores.rows()
        - (model.transformer.config.hasDecoder()
                ? static_cast<Eigen::Index>(sequences.target.size() - sequences.written.size())
                : scores.rows());
    for (Eigen::Index row = first; row < scores.rows(); ++row) {
        RowVector<float> words = scores.row(row);
        forbid(model.generation, words);
        sequences.written.push_back(chooseToken(words, request.decoding, random));
    }
    if (model.transformer.config.hasDecoder() && !sequences.written.empty())
        sequences.ended = model.generation.isEnd(sequences.written.back());
}

std::string answerOf(const Model& model, const Sequences& sequences)
{
    const ModelConfig& config = model.transformer.config;
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
Trace startTrace(const Model& model, const RunRequest& request, Encoding encoding)
{
    Trace trace;
    trace.config = model.transformer.config;
    trace.source_text = request.text;
    trace.target_language = request.target_language;
    trace.source = std::move(encoding.tokens);
    trace.source_words = std::move(encoding.words);
    trace.interventions = request.interventions;
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

/** shared: the same model, if it can be kept to make the inside of layers later. */
Trace runOnce(const Model& model, std::shared_ptr<const Model> shared, const RunRequest& request,
    const CancelFlag& cancel, double most_bytes)
{
    const Transformer<float>& transformer = model.transformer;
    const ModelConfig& config = transformer.config;
    Encoding encoding = encodeRequest(model, request);
    const Controls<float> controls = controlsFor<float>(config, request.interventions);
    Sequences sequences = sequencesOf(model, request, encoding.ids(), controls, cancel);
    const bool keeps_all = !shared
        || bytesOf(config, double(sequences.source.size()), double(sequences.target.size())) <= most_bytes;

    Trace trace = startTrace(model, request, std::move(encoding));
    PassOptions<float> options{&controls, keeps_all};
    options.keep_layers = keeps_all;
    options.cancel = cancel;
    Pass pass = passOver(transformer, sequences, options, trace.tensors);
    if (config.hasEncoder())
        nameStack(trace.tensors, transformer, AttentionSite::Encoder, sequences.source, pass.encoder);
    if (config.hasDecoder())
        nameStack(trace.tensors, transformer, AttentionSite::DecoderSelf, sequences.target, pass.decoder);

    const Matrix<float>& last = config.hasDecoder() ? pass.decoder.output : pass.encoder.output;
    if (config.has_output) {
        const bool needs_all = keeps_all || !config.hasDecoder();
        const Matrix<float> scores =
            logits(transformer, needs_all ? last : Matrix<float>(last.bottomRows(1)));
        chooseWords(model, request, scores, sequences);
        if (keeps_all)
            nameOutput(trace.tensors,
                config.output_transform ? outputState(transformer, last) : Matrix<float>(), scores);
    }
    if (!keeps_all)
        trace.late = std::make_shared<const LateLayers>(
            std::move(shared), std::move(pass.encoder), std::move(pass.decoder), controls);
    finishTrace(trace, model, sequences);
    return trace;
}

} // namespace

Trace run(const Model& model, const RunRequest& request, const CancelFlag& cancel)
{
    return runOnce(model, nullptr, request, cancel, 0);
}

Trace runLean(std::shared_ptr<const Model> model, const RunRequest& request, const CancelFlag& cancel,
    double most_bytes)
{
    const Model& asked = *model;
    return runOnce(asked, std::move(model), request, cancel, most_bytes);
}

std::string answer(const Model& model, const RunRequest& request, const CancelFlag& cancel)
{
    const std::vector<int> text = encodeRequest(model, request).ids();
    const ModelConfig& config = model.transformer.config;
    const Controls<float> controls = controlsFor<float>(config, request.interventions);
    Sequences sequences;
    if (config.hasDecoder()) {
        const Written written = write(model, request, text, controls, cancel);
        sequences.target = promptOf(model, text);
        sequences.target.insert(sequences.target.end(), written.ids.begin(), written.ids.end());
        sequences.written = config.hasEncoder() ? written.ids : std::vector<int>();
        return answerOf(model, sequences);
    }
    if (!config.has_output)
        return {};
    sequences.source = text;
    PassOptions<float> options{&controls};
    options.keep_layers = false;
    options.cancel = cancel;
    const Segments segments = Segments::single(static_cast<int>(text.size()));
    const StackRecord<float> encoder = encode<float>(model.transformer, {text, segments}, options);
    chooseWords(model, request, logits(model.transformer, encoder.output), sequences);
    return answerOf(model, sequences);
}

} // namespace glassformer
