#include "core/text/tokenizer_files.h"

#include "core/error.h"
#include "core/file/strict_json.h"
#include "core/text/older_tokenizer.h"
#include "core/text/piece_family.h"
#include "core/text/tokenizer_json.h"

namespace glassformer {
namespace {

constexpr const char* config_name = "tokenizer_config.json";

/** A special token stands as a text or as an object with its content. */
std::optional<std::string> contentOf(const JsonField& field)
{
    if (field.json().kind() == Json::Kind::Text)
        return field.text();
    if (field.json().kind() == Json::Kind::Object)
        if (const auto content = field.find("content"); content && content->json().kind() == Json::Kind::Text)
            return content->text();
    return std::nullopt;
}

} // namespace

Tokenizer readTokenizer(const TokenizerFiles& files, const std::string& model_type)
{
    const std::string config_text = files.bytes(config_name).value_or("{}");
    const Json config_root = parseJson(config_text, files.where(config_name), WideIntegers::Round);
    const JsonField config(config_root, files.where(config_name));
    SpecialTokenNames names;
    for (const JsonMember& member : config.members())
        if (member.key.ends_with("_token"))
            if (const auto content = contentOf(config[member.key]))
                names[member.key] = *content;

    if (const auto json = files.bytes("tokenizer.json")) {
        const Json root = parseJson(*json, files.where("tokenizer.json"));
        const JsonField field(root, files.where("tokenizer.json"));
        return field.find("format") ? Tokenizer::fromJson(*json, files.where("tokenizer.json"))
                                    : Tokenizer(readTokenizerJson(field, names));
    }
    const OlderTokenizer older{model_type, config, names};
    if (const auto source = files.bytes("source.spm"))
        return readMarianTokenizer(files);
    const auto vocabulary = files.bytes("vocab.json");
    const auto merges = files.bytes("merges.txt");
    if (vocabulary && merges)
        return readBytePairs(
            older, *vocabulary, files.where("vocab.json"), *merges, files.where("merges.txt"));
    if (const auto words = files.bytes("vocab.txt"))
        return readWordPieces(older, *words, files.where("vocab.txt"));
    for (const char* name : {"spiece.model", "tokenizer.model", "sentencepiece.bpe.model"})
        if (const auto pieces = files.bytes(name))
            return readPieces(older, *pieces, files.where(name));
    throw Error({"no tokenizer", files.where(""),
        "tokenizer.json, vocab.json with merges.txt, vocab.txt or a model of SentencePiece",
        "Put the tokenizer's files beside config.json."});
}

} // namespace glassformer
