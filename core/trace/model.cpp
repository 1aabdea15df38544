#include "core/trace/model.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/weight_files.h"
#include "core/model/generate.h"
#include "core/trace/record_names.h"

#include <utility>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_text_file = 64ull << 20;

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

Written write(const Model& model, const RunRequest& request, const std::vector<int>& source,
    const Controls<float>& controls, const CancelFlag& cancel)
{
    const SpecialTokens& special = model.tokenizer.specialTokens();
    return generate(model.transformer, {source, special.start, special.end, request.forced_target, &controls},
        request.decoding, cancel);
}

std::vector<Token> tokensOf(const Model& model, const std::vector<int>& ids)
{
    std::vector<Token> tokens;
    for (const int id : ids)
        tokens.push_back(model.tokenizer.token(id));
    return tokens;
}

} // namespace

Model Model::load(const std::filesystem::path& folder)
{
    const auto path = [&folder](const char* name) { return folder / name; };
    ModelConfig config =
        configFromJson(readFile(path("config.json"), largest_text_file), pathText(path("config.json")));
    Tokenizer tokenizer = Tokenizer::fromJson(
        readFile(path("tokenizer.json"), largest_text_file), pathText(path("tokenizer.json")));
    if (tokenizer.size() != config.vocabulary)
        throw Error({"a vocabulary of " + std::to_string(tokenizer.size()) + " entries",
            pathText(path("tokenizer.json")),
            std::to_string(config.vocabulary) + " entries, as config.json says",
            "The files may be of two models."});
    TransformerWeights<float> weights =
        weightsFromTensors(config, readWeights(folder), pathText(path("model.safetensors")));
    return {{std::move(config), std::move(weights)}, std::move(tokenizer), folder};
}

std::vector<std::string> Model::targetLanguages() const
{
    std::vector<std::string> languages;
    for (const auto& [language, id] : tokenizer.specialTokens().targets)
        languages.push_back(language);
    return languages;
}

Trace run(const Model& model, const RunRequest& request, const CancelFlag& cancel)
{
    Encoding encoding = encodeRequest(model, request);
    const std::vector<int> source = encoding.ids();
    const Controls<float> controls = controlsFor<float>(model.transformer.config, request.interventions);
    const Written written = write(model, request, source, controls, cancel);

    // The decoder is causal: one pass over all that was written shows every one of its steps.
    std::vector<int> target{model.tokenizer.specialTokens().start};
    target.insert(target.end(), written.ids.begin(), written.ids.end() - 1);
    const Segments source_segments = Segments::single(static_cast<int>(source.size()));
    const Segments target_segments = Segments::single(static_cast<int>(target.size()));
    const PassOptions<float> keep_all{&controls, true};
    const StackRecord<float> encoder = encode<float>(model.transformer, {source, source_segments}, keep_all);
    const StackRecord<float> decoder =
        decode<float>(model.transformer, encoder, source_segments, {target, target_segments}, keep_all);

    Trace trace;
    trace.config = model.transformer.config;
    trace.source_text = request.text;
    trace.target_language = request.target_language;
    trace.source = std::move(encoding.tokens);
    trace.source_words = std::move(encoding.words);
    trace.target = tokensOf(model, target);
    trace.written = tokensOf(model, written.ids);
    trace.answer = model.tokenizer.decode(written.ids);
    trace.ended = written.ended;
    trace.interventions = request.interventions;
    nameRecords(trace, source, target, encoder, decoder, logits(model.transformer, decoder.output));
    return trace;
}

std::string answer(const Model& model, const RunRequest& request, const CancelFlag& cancel)
{
    const std::vector<int> source = encodeRequest(model, request).ids();
    const Controls<float> controls = controlsFor<float>(model.transformer.config, request.interventions);
    return model.tokenizer.decode(write(model, request, source, controls, cancel).ids);
}

} // namespace glassformer
