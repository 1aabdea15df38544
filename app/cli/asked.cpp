#include "app/cli/asked.h"

#include "core/error.h"
#include "core/experiment/effect/asked_word.h"
#include "core/file/bytes/folder_files.h"
#include "core/memory.h"
#include "core/model/changes/change_text.h"
#include "core/model/loading/open_transformer.h"
#include "core/text/characters/unicode.h"
#include "core/trace/look/session_file.h"
#include "core/trace/run/target_language.h"

#include <cmath>
#include <cstdio>
#include <iostream>

namespace glassformer::cli {
namespace {

constexpr std::uint64_t largest_view = 16u << 20;
constexpr const char* default_model = "translator";

void takeDecoding(const Arguments& arguments, Decoding& decoding)
{
    for (const char* name : {"--temperature", "--top-k", "--top-p"})
        if (arguments.has(name))
            decoding.kind = DecodingKind::Sample;
    decoding.temperature = arguments.number("--temperature", 0.01, 100, decoding.temperature);
    decoding.top_k = static_cast<int>(arguments.whole("--top-k", 1, 1'000'000, decoding.top_k));
    decoding.top_p = arguments.number("--top-p", 0.0001, 1, decoding.top_p);
    decoding.seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, decoding.seed));
    if (!arguments.has("--beam"))
        return;
    if (arguments.has("--temperature") || arguments.has("--top-k") || arguments.has("--top-p"))
        throw UsageError("--beam and sampling exclude each other");
    decoding.kind = DecodingKind::Beam;
    decoding.beam_size = static_cast<int>(arguments.whole("--beam", 1, 64, 4));
}

} // namespace

ViewText viewText(const Arguments& arguments)
{
    ViewText view;
    if (arguments.has("--view")) {
        const std::string given = arguments.required("--view");
        view = ViewText::isLink(given) ? ViewText::fromLink(given)
                                       : viewFromText(namedFile(given).bytes(largest_view), given);
    }
    if (arguments.has("--model") || !view.has("model")) {
        view.set("model", arguments.value("--model", default_model));
        view.remove("digest");
    }
    if (const auto text = arguments.textIfGiven())
        view.set("text", *text);
    if (arguments.has("--to"))
        view.set("to", arguments.required("--to"));
    if (arguments.has("--from"))
        view.set("from", arguments.required("--from"));
    if (arguments.has("--step"))
        view.set("step", arguments.required("--step"));
    return view;
}

Model loadModel(const ModelIdentity& wanted)
{
    const auto files = std::make_shared<const FolderFiles>(modelFolderNamed(wanted.name));
    const MemoryLimits limits;
    if (const std::uint64_t needed = memoryNeeded(*files); judgeMemory(needed, limits) == MemoryVerdict::Ask)
        std::cerr << programName() << ": this model needs about " << sizeText(needed) << " of memory; "
                  << sizeText(*limits.available) << " are free\n";
    Model model = Model::load(files);
    if (const auto remark = otherModelRemark(wanted, model))
        std::cerr << programName() << ": " << remark->english() << "\n";
    return model;
}

std::vector<std::string> runOptions(std::vector<std::string> more)
{
    for (const char* name : {"--model", "--text", "--file", "--to", "--from", "--view", "--off", "--change",
             "--temperature", "--top-k", "--top-p", "--seed", "--beam"})
        more.emplace_back(name);
    return more;
}

Asked modelAndView(const Arguments& arguments)
{
    const ViewText text = viewText(arguments);
    const View wanted = text.over({});
    Asked asked{loadModel(wanted.model), wanted};
    for (const Message& notice : asked.model.notices)
        std::cerr << programName() << ": " << notice.english() << "\n";
    asked.view.model.digest = asked.model.weights_digest;
    RunRequest& request = asked.view.request;
    if (!text.has("text"))
        request.text = arguments.text();
    request.target_language = targetLanguageFor(asked.model, request.target_language);
    for (const std::string& head : arguments.all("--off"))
        request.changes.push_back(headOff(headFromText(head, asked.model.transformer.config)));
    for (const std::string& change : arguments.all("--change"))
        request.changes.push_back(changeFromText(change));
    takeDecoding(arguments, request.decoding);
    return asked;
}

std::string secondText(const Arguments& arguments)
{
    const auto compared = viewText(arguments).over({}).compared;
    return !arguments.has("--with") && compared && compared->with == ComparedWith::Sentence
        ? compared->text
        : arguments.required("--with");
}

std::vector<std::string> wordOptions(std::vector<std::string> more)
{
    more.insert(more.end(), {"--word", "--row"});
    return runOptions(std::move(more));
}

WordQuestion runAndWord(const Arguments& arguments)
{
    Asked asked = modelAndView(arguments);
    RunRequest& request = asked.view.request;
    const ModelConfig& config = asked.model.transformer.config;
    if (!config.hasEncoder() && !arguments.has("--word") && !arguments.has("--row"))
        request.decoding.max_new_tokens = 1;
    WordQuestion question;
    question.model = std::make_shared<const Model>(std::move(asked.model));
    question.trace = std::make_shared<const Trace>(runLean(question.model, request));
    const Trace& trace = *question.trace;
    const std::optional<std::string> word =
        arguments.has("--word") ? std::optional(arguments.required("--word")) : std::nullopt;
    const std::optional<AskedWord> written = word ? writtenWord(trace, *word) : std::nullopt;
    std::optional<AskedWord> found = written ? written : firstAskedWord(trace);
    if (arguments.has("--row"))
        found = askedWord(trace, static_cast<int>(arguments.whole("--row", 0, trace.rows() - 1, 0)));
    if (!found)
        throw Error({Message::tr("a run without words"), {}, Message::tr("a model that writes or fills gaps"),
            Message::tr("Open one of these.")});
    question.asked = *found;
    if (word && (!written || arguments.has("--row")))
        question.asked.token = vocabularyWord(question.model->tokenizer, *word);
    return question;
}

std::optional<Token> otherWord(const Arguments& arguments, const std::string& option, const Model& model)
{
    if (!arguments.has(option))
        return std::nullopt;
    return vocabularyWord(model.tokenizer, arguments.required(option));
}

std::string wordText(const WordTrials& trials)
{
    const AskedWord& asked = trials.question().asked;
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, " (row %d, p %.4f)", asked.position,
        std::exp(logProbability(trials.logits(), asked.token.id)));
    return "“" + tokenText(asked.token) + "”" + numbers;
}

Json wordJson(const WordTrials& trials)
{
    const AskedWord& asked = trials.question().asked;
    return Json::object({{"row", asked.position}, {"id", asked.token.id}, {"text", tokenText(asked.token)},
        {"probability", std::exp(logProbability(trials.logits(), asked.token.id))}});
}

std::string tokenText(const Token& token)
{
    return replaceInvalidUtf8(token.text);
}

} // namespace glassformer::cli
