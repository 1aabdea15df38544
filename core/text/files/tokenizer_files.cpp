#include "core/text/files/tokenizer_files.h"

#include "core/error.h"
#include "core/file/strict_json.h"
#include "core/text/files/older_tokenizer.h"
#include "core/text/pipeline/tokenizer_json.h"
#include "core/text/sentence_piece/piece_family.h"

namespace glassformer {
namespace {

constexpr const char* config_name = "tokenizer_config.json";
constexpr const char* special_name = "special_tokens_map.json";
constexpr const char* added_name = "added_tokens.json";

/** A file of settings; an empty object where there is none. */
Json settingsOf(const TokenizerFiles& files, const char* name)
{
    return parseJson(files.bytes(name).value_or("{}"), files.where(name), WideIntegers::Round);
}

bool isFlag(const std::string& key)
{
    return key == "add_bos_token" || key == "add_eos_token";
}

/** Special tokens by their roles, which stand as texts or as objects with their content; what is known stays. */
void addNames(const JsonField& file, SpecialTokenNames& names)
{
    for (const JsonMember& member : file.members()) {
        const JsonField field = file[member.key];
        if (!member.key.ends_with("_token") || isFlag(member.key) || field.json().isNull())
            continue;
        const bool is_object = field.json().kind() == Json::Kind::Object;
        names.emplace(member.key, is_object ? field["content"].text() : field.text());
    }
}

AddedTokenIds addedIds(const JsonField& file)
{
    AddedTokenIds ids;
    for (const JsonMember& member : file.members())
        ids[member.key] = static_cast<int>(file[member.key].integer(0, max_vocabulary_size - 1));
    return ids;
}

} // namespace

Tokenizer readTokenizer(const TokenizerFiles& files, const std::string& model_type)
{
    const Json config_root = settingsOf(files, config_name);
    const JsonField config(config_root, files.where(config_name));
    const Json special_root = settingsOf(files, special_name);
    SpecialTokenNames names;
    addNames(config, names);
    addNames(JsonField(special_root, files.where(special_name)), names);

    if (const auto json = files.bytes("tokenizer.json")) {
        const Json root = parseJson(*json, files.where("tokenizer.json"));
        const JsonField field(root, files.where("tokenizer.json"));
        return field.find("format") ? Tokenizer::fromJson(*json, files.where("tokenizer.json"))
                                    : Tokenizer(readTokenizerJson(field, names));
    }
    const Json added_root = settingsOf(files, added_name);
    const AddedTokenIds added = addedIds(JsonField(added_root, files.where(added_name)));
    const OlderTokenizer older{model_type, config, names, added};
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
    throw Error({Message::tr("no tokenizer"), files.where(""),
        Message::tr("tokenizer.json, vocab.json with merges.txt, vocab.txt or a model of SentencePiece"),
        Message::tr("Put the tokenizer's files beside config.json.")});
}

} // namespace glassformer
