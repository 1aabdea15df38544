#include "app/cli/asked.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/file/json/strict_json.h"
#include "core/file/model_folder.h"
#include "core/model/config/parameter_count.h"
#include "core/model/tensor_name.h"
#include "core/trace/look/view_text.h"
#include "core/trace/model.h"
#include "core/trace/record/trace_file.h"
#include "core/trace/run/ruled_words.h"
#include "core/trace/run/run_words.h"

#include <chrono>
#include <cstdio>
#include <iostream>

namespace glassformer::cli {
namespace {

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
    const Arguments arguments(words, {"--model", "--text", "--file", "--to", "--view"}, {"--json"});
    const Asked asked = modelAndView(arguments);
    const Model& model = asked.model;
    const Encoding encoding =
        model.tokenizer.encode(asked.view.request.text, asked.view.request.target_language);
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
    const Asked asked = modelAndView(arguments);
    const Model& model = asked.model;
    if (!model.transformer.config.has_output)
        throw Error({Message::tr("%1, which gives vectors and no words", model.transformer.config.name),
            model.files->where(), Message::tr("a model that writes or fills gaps"),
            Message::tr("trace --out FILE writes its vectors.")});
    const auto begin = std::chrono::steady_clock::now();
    const Trace trace = run(model, asked.view.request);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
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
        std::cout << jsonText(
            Json::object({{"answer", trace.answer}, {"ended", trace.ended}, {"tokens", Json::array(tokens)},
                {"seconds", seconds}, {"tokens_per_second", static_cast<double>(tokens.size()) / seconds},
                {"notices", noticesOf(model)}, {"link", ViewText::ofRequest(asked.view).link()}}),
            2) << "\n";
    return 0;
}

int traceCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, runOptions({"--out"}), {"--json"});
    const std::string out = arguments.required("--out");
    const Asked asked = modelAndView(arguments);
    const Model& model = asked.model;
    requireNoFileOfModel(pathFromText(out), model.folder());
    const Trace trace = run(model, asked.view.request);
    ChosenFiles file({pathFromText(out)});
    writeTrace(file, file.first(), trace, [&model](int id) { return model.tokenizer.token(id); });
    if (arguments.asJson())
        std::cout << jsonText(Json::object({{"file", out}, {"tensors", trace.tensors.size()}})) << "\n";
    else
        std::cout << trace.tensors.size() << " tensors in " << out << "\n";
    return 0;
}

int viewCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, runOptions({"--step"}), {"--json"});
    const Asked asked = modelAndView(arguments);
    encodeRequest(asked.model, asked.view.request); // a link that nobody could open is refused here
    // Places come from a view that names some; otherwise who opens the link begins where a new text is looked at.
    const ViewText given = viewText(arguments);
    ViewText text = ViewText::ofRequest(asked.view);
    const ViewText whole = ViewText::of(asked.view);
    for (const JsonMember& said : whole.fields())
        if (given.has(said.key) && !text.has(said.key))
            text.set(said.key, said.value);
    std::cout << (arguments.asJson() ? text.json(2) : text.link()) << "\n";
    return 0;
}

int infoCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--model", "--view"}, {"--json"});
    const Model model = loadModel(viewText(arguments).over({}).model);
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
