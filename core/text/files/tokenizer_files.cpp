#include "core/text/files/tokenizer_files.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/text/files/older_tokenizer.h"
#include "core/text/files/token_settings_file.h"
#include "core/text/pipeline/tokenizer_json.h"
#include "core/text/pipeline/tokenizer_steps_json.h"
#include "core/text/sentence_piece/piece_family.h"

#include <utility>

namespace glassformer {
namespace {

constexpr const char* config_name = "tokenizer_config.json";
constexpr const char* special_name = "special_tokens_map.json";
constexpr const char* added_name = "added_tokens.json";

/** A file of settings; an empty object where there is none. */
Json settingsOf(const Files& files, const char* name)
{
    return parseJson(tokenizerFile(files, name).value_or("{}"), files.where(name), WideIntegers::Round);
}

struct NamedBytes
{
    std::string name;
    std::string bytes;
};

/** The SentencePiece model of a tokenizer that has only one. */
std::optional<NamedBytes> pieceModel(const Files& files)
{
    for (const char* name : {"spiece.model", "tokenizer.model", "sentencepiece.bpe.model"})
        if (auto bytes = tokenizerFile(files, name))
            return NamedBytes{name, *std::move(bytes)};
    return std::nullopt;
}

/** Start and end token as the settings ask for them, where the class puts them around by its own settings. */
void followFlags(const JsonField& config, TokenSettings& settings)
{
    const std::string name = textOr(config, "tokenizer_class", {});
    if (name.find("LlamaTokenizer") == std::string::npos)
        return;
    for (const auto& [key, flag] :
        {std::pair{"add_bos_token", &settings.adds_start}, std::pair{"add_eos_token", &settings.adds_end}})
        if (const auto field = config.find(key); field && !field->json().isNull())
            *flag = field->boolean();
}

} // namespace

std::optional<std::string> tokenizerFile(const Files& files, const std::string& name)
{
    std::optional<std::string> bytes = files.find(name);
    if (bytes && bytes->empty())
        throw Error({Message::tr("an empty file"), files.where(name),
            Message::tr("a file with something in it"), Message::tr("Fetch this file again.")});
    return bytes;
}

Tokenizer readTokenizer(const Files& files, const std::string& model_type)
{
    const Json config_root = settingsOf(files, config_name);
    const JsonField config(config_root, files.where(config_name));
    const Json special_root = settingsOf(files, special_name);
    const Json added_root = settingsOf(files, added_name);
    TokenSettings settings = readTokenSettings({config, JsonField(special_root, files.where(special_name)),
        JsonField(added_root, files.where(added_name))});

    if (const auto json = tokenizerFile(files, "tokenizer.json")) {
        const Json root = parseJson(*json, files.where("tokenizer.json"));
        const JsonField field(root, files.where("tokenizer.json"));
        if (field.find("format"))
            return Tokenizer::fromJson(*json, files.where("tokenizer.json"));
        followFlags(config, settings);
        return readTokenizerJson(field, settings);
    }
    const auto source = tokenizerFile(files, "source.spm");
    const auto vocabulary = tokenizerFile(files, "vocab.json");
    const auto merges = tokenizerFile(files, "merges.txt");
    const auto words = tokenizerFile(files, "vocab.txt");
    const auto pieces = pieceModel(files);
    if (!source && !(vocabulary && merges) && !words && !pieces)
        throw Error({Message::tr("no tokenizer"), files.where(),
            Message::tr("tokenizer.json, vocab.json with merges.txt, vocab.txt or a model of SentencePiece"),
            Message::tr("Put the tokenizer's files beside config.json.")});
    const Json model_root = settingsOf(files, "config.json");
    const OlderTokenizer older{
        tokenizerClassOf(config, JsonField(model_root, files.where("config.json")), model_type), model_type,
        config, std::move(settings)};
    if (source)
        return readMarianTokenizer(older, files);
    if (vocabulary && merges)
        return readBytePairs(
            older, *vocabulary, files.where("vocab.json"), *merges, files.where("merges.txt"));
    if (words)
        return readWordPieces(older, *words, files.where("vocab.txt"));
    return readPieces(older, pieces->bytes, files.where(pieces->name));
}

} // namespace glassformer
