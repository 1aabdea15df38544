#include "app/cli/arguments.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/file/strict_json.h"
#include "core/memory.h"
#include "core/model/change_check.h"
#include "core/model/change_text.h"
#include "core/model/open_transformer.h"
#include "core/model/parameter_count.h"
#include "core/model/tensor_name.h"
#include "core/trace/model.h"
#include "core/trace/ruled_words.h"
#include "core/trace/trace_file.h"

#include <cstdio>
#include <iostream>

namespace glassformer::cli {
namespace {

Model loadModel(const Arguments& arguments)
{
    std::vector<std::filesystem::path> roots;
    for (const std::filesystem::path& root : resourceRoots())
        roots.push_back(root / "models");
    const std::filesystem::path folder = modelFolder(arguments.value("--model", "translator"), roots);
    const MemoryLimits limits;
    if (const std::uint64_t needed = memoryNeeded(folder); judgeMemory(needed, limits) == MemoryVerdict::Ask)
        std::cerr << "glassformer-cli: this model needs about " << sizeText(needed) << " of memory; "
                  << sizeText(*limits.available) << " are free\n";
    return Model::load(folder);
}

std::vector<std::string> runOptions(std::vector<std::string> more)
{
    for (const char* name : {"--model", "--text", "--file", "--to", "--off", "--change", "--temperature",
             "--top-k", "--top-p", "--seed", "--beam"})
        more.emplace_back(name);
    return more;
}

/** French unless told otherwise; nothing for a model that has no target languages. */
std::string targetLanguage(const Arguments& arguments, const Model& model)
{
    const std::vector<std::string> languages = model.targetLanguages();
    return languages.empty() ? "" : arguments.value("--to", "fr");
}

RunRequest requestFrom(const Arguments& arguments, const Model& model)
{
    RunRequest request;
    request.text = arguments.text();
    request.target_language = targetLanguage(arguments, model);
    for (const std::string& head : arguments.all("--off"))
        request.changes.push_back(headOff(headFromText(head, model.transformer.config)));
    for (const std::string& text : arguments.all("--change")) {
        request.changes.push_back(changeFromText(text));
        requireFits(request.changes.back(), model.transformer.config);
    }
    Decoding& decoding = request.decoding;
    for (const char* name : {"--temperature", "--top-k", "--top-p"})
        if (arguments.has(name))
            decoding.kind = DecodingKind::Sample;
    decoding.temperature = arguments.number("--temperature", 0.01, 100, 1);
    decoding.top_k = static_cast<int>(arguments.whole("--top-k", 1, 1'000'000, 0));
    decoding.top_p = arguments.number("--top-p", 0.0001, 1, 1);
    decoding.seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, 1));
    if (arguments.has("--beam")) {
        if (decoding.kind == DecodingKind::Sample)
            throw UsageError("--beam and sampling exclude each other");
        decoding.kind = DecodingKind::Beam;
        decoding.beam_size = static_cast<int>(arguments.whole("--beam", 1, 64, 4));
    }
    return request;
}

/** What a person should know of the model's files. */
Json noticesOf(const Model& model)
{
    std::vector<Json> notices;
    for (const Message& notice : model.notices)
        notices.emplace_back(notice.english());
    return Json::array(std::move(notices));
}

} // namespace

int tokenizeCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--model", "--text", "--file", "--to"}, {"--json"});
    const Model model = loadModel(arguments);
    const Encoding encoding = model.tokenizer.encode(arguments.text(), targetLanguage(arguments, model));
    std::vector<Json> tokens;
    for (const Token& token : encoding.tokens) {
        if (!arguments.asJson())
            std::printf("%6d  %-16s %zu-%zu%s%s\n", token.id, token.text.c_str(), token.span.begin,
                token.span.end, token.is_piece ? "  piece" : "",
                token.segment > 0 ? ("  segment " + std::to_string(token.segment)).c_str() : "");
        tokens.push_back(Json::object(
            {{"id", token.id}, {"text", token.text}, {"begin", token.span.begin}, {"end", token.span.end},
                {"special", token.is_special}, {"piece", token.is_piece}, {"segment", token.segment}}));
    }
    if (arguments.asJson())
        std::cout << jsonText(Json::object({{"tokens", Json::array(tokens)}}), 2) << "\n";
    return 0;
}

int runCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, runOptions({}), {"--json"});
    const Model model = loadModel(arguments);
    if (!model.transformer.config.has_output)
        throw Error({Message::tr("%1, which gives vectors and no words", model.transformer.config.name),
            pathText(model.folder), Message::tr("a model that writes or fills gaps"),
            Message::tr("trace --out FILE writes its vectors.")});
    const Trace trace = run(model, requestFrom(arguments, model));
    const Tensor& probabilities = *trace.tensor(probabilities_tensor);
    const auto vocabulary = static_cast<std::size_t>(probabilities.shape[1]);
    if (!arguments.asJson())
        std::cout << trace.answer << "\n";
    std::vector<Json> tokens;
    for (std::size_t t = 0; t < trace.written.size(); ++t) {
        const Token& token = trace.written[t];
        const float probability = probabilities.values[t * vocabulary + static_cast<std::size_t>(token.id)];
        if (!arguments.asJson())
            std::printf("  %.4f  %s\n", static_cast<double>(probability), token.text.c_str());
        std::vector<Json> likelier;
        for (const RuledToken& ruled : passedOver(trace, static_cast<int>(t))) {
            const Token word = model.tokenizer.token(ruled.id);
            if (!arguments.asJson())
                std::printf("          likelier: %s, %s by %s\n", word.text.c_str(),
                    forbids(ruled.rule) ? "forbidden" : "changed", ruleName(ruled.rule));
            likelier.push_back(
                Json::object({{"id", word.id}, {"text", word.text}, {"rule", ruleName(ruled.rule)}}));
        }
        tokens.push_back(Json::object({{"id", token.id}, {"text", token.text}, {"probability", probability},
            {"passed_over", Json::array(std::move(likelier))}}));
    }
    if (arguments.asJson())
        std::cout << jsonText(Json::object({{"answer", trace.answer}, {"ended", trace.ended},
                                  {"tokens", Json::array(tokens)}, {"notices", noticesOf(model)}}),
            2) << "\n";
    return 0;
}

int traceCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, runOptions({"--out"}), {"--json"});
    const std::string out = arguments.required("--out");
    const Model model = loadModel(arguments);
    requireNoFileOfModel(pathFromText(out), model.folder);
    const Trace trace = run(model, requestFrom(arguments, model));
    writeFile(pathFromText(out), traceFileBytes(trace));
    if (arguments.asJson())
        std::cout << jsonText(Json::object({{"file", out}, {"tensors", trace.tensors.size()}})) << "\n";
    else
        std::cout << trace.tensors.size() << " tensors in " << out << "\n";
    return 0;
}

int infoCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--model"}, {"--json"});
    const Model model = loadModel(arguments);
    const ModelConfig& config = model.transformer.config;
    if (arguments.asJson()) {
        std::vector<Json> languages;
        for (const std::string& language : model.targetLanguages())
            languages.emplace_back(language);
        std::cout << jsonText(Json::object({{"config", parseJson(configToJson(config), "config.json")},
                                  {"parameters", countParameters(config).total()},
                                  {"languages", Json::array(languages)}, {"notices", noticesOf(model)}}),
            2) << "\n";
        return 0;
    }
    const char* const kind = config.hasCrossAttention() ? "encoder-decoder"
        : config.hasDecoder()                           ? "decoder-only"
                                                        : "encoder-only";
    std::cout << config.name << ": " << kind << " Transformer, " << countParameters(config).total()
              << " parameters\n"
              << "encoder layers " << config.encoder_layers << ", decoder layers " << config.decoder_layers
              << ", d_model " << config.d_model << ", heads " << config.n_heads << ", d_ff " << config.d_ff
              << ", vocabulary " << config.vocabulary << "\n";
    for (const Message& notice : model.notices)
        std::cout << notice.english() << "\n";
    return 0;
}

} // namespace glassformer::cli
