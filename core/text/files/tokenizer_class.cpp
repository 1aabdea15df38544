#include "core/text/files/tokenizer_class.h"

#include "core/error.h"
#include "core/file/printable.h"
#include "core/text/pipeline/tokenizer_steps_json.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace glassformer {
namespace {

struct Name
{
    std::string_view name;
    TokenizerClass kind;
};

constexpr Name classes[]{{"GPT2Tokenizer", TokenizerClass::Gpt2},
    {"RobertaTokenizer", TokenizerClass::Roberta}, {"BartTokenizer", TokenizerClass::Roberta},
    {"OpenAIGPTTokenizer", TokenizerClass::Gpt1}, {"Qwen2Tokenizer", TokenizerClass::Qwen},
    {"BertTokenizer", TokenizerClass::Bert}, {"DistilBertTokenizer", TokenizerClass::Bert},
    {"ElectraTokenizer", TokenizerClass::Bert}, {"LlamaTokenizer", TokenizerClass::Llama},
    {"CodeLlamaTokenizer", TokenizerClass::Llama}, {"T5Tokenizer", TokenizerClass::T5},
    {"MT5Tokenizer", TokenizerClass::T5}, {"AlbertTokenizer", TokenizerClass::Albert},
    {"XLMRobertaTokenizer", TokenizerClass::XlmRoberta}, {"MBartTokenizer", TokenizerClass::MBart},
    {"MBart50Tokenizer", TokenizerClass::MBart50}, {"MarianTokenizer", TokenizerClass::Marian}};

constexpr Name families[]{{"gpt2", TokenizerClass::Gpt2}, {"roberta", TokenizerClass::Roberta},
    {"bart", TokenizerClass::Roberta}, {"openai-gpt", TokenizerClass::Gpt1}, {"qwen2", TokenizerClass::Qwen},
    {"qwen3", TokenizerClass::Qwen}, {"bert", TokenizerClass::Bert}, {"ernie", TokenizerClass::Bert},
    {"distilbert", TokenizerClass::Bert}, {"llama", TokenizerClass::Llama},
    {"mistral", TokenizerClass::Llama}, {"t5", TokenizerClass::T5}, {"mt5", TokenizerClass::T5},
    {"albert", TokenizerClass::Albert}, {"xlm-roberta", TokenizerClass::XlmRoberta},
    {"mbart", TokenizerClass::MBart}, {"marian", TokenizerClass::Marian}};

/** The class that a file names; empty if it names none, or one that says nothing. */
std::string classIn(const JsonField& config)
{
    constexpr std::string_view fast = "Fast";
    std::string name = textOr(config, "tokenizer_class", {});
    if (name.size() > fast.size() && std::string_view(name).substr(name.size() - fast.size()) == fast)
        name.resize(name.size() - fast.size());
    return name == "PreTrainedTokenizer" ? std::string() : name;
}

} // namespace

TokenizerClass tokenizerClassOf(
    const JsonField& config, const JsonField& model_config, const std::string& model_type)
{
    for (const JsonField& file : {config, model_config}) {
        const std::string name = classIn(file);
        const auto known = std::find_if(std::begin(classes), std::end(classes),
            [&name](const Name& candidate) { return candidate.name == name; });
        if (known != std::end(classes))
            return known->kind;
        if (!name.empty())
            file["tokenizer_class"].refuse(Message::tr("a class of tokenizers that Glassformer knows"),
                Message::tr("the class \"%1\"", printable(name)),
                Message::tr("Look for a tokenizer.json of this model."));
    }
    const auto known = std::find_if(std::begin(families), std::end(families),
        [&model_type](const Name& candidate) { return candidate.name == model_type; });
    if (known == std::end(families))
        throw Error({Message::tr("older tokenizer files of the family %1", printable(model_type)),
            config.where(), Message::tr("a tokenizer.json, or a tokenizer_class"),
            Message::tr("Look for a tokenizer.json of this model.")});
    // The settings of mBART-50 name its languages even where they name no class.
    return known->kind == TokenizerClass::MBart && textOr(config, "language_codes", {}) == "ML50"
        ? TokenizerClass::MBart50
        : known->kind;
}

} // namespace glassformer
