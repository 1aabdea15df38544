#include "core/text/files/older_tokenizer.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/file/printable.h"
#include "core/text/characters/unicode.h"
#include "core/text/pipeline/tokenizer_json.h"
#include "core/text/pipeline/tokenizer_steps_json.h"

#include <algorithm>
#include <map>
#include <vector>

namespace glassformer {
namespace {

using Members = std::vector<JsonMember>;
using Ids = std::map<std::string, std::int64_t>;

constexpr const char* qwen_pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

/** Lines without their ends, of any kind; an empty last one does not count. \throws Error for what is not UTF-8 */
std::vector<std::string> linesOf(std::string_view text, const std::string& file)
{
    requireValidUtf8(text, file);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
    }
    return lines;
}

bool flagOr(const OlderTokenizer& older, std::string_view key, bool fallback)
{
    return flagOr(older.config, key, fallback);
}

/** ["</s>", 2]; \throws Error if neither the vocabulary nor the added tokens hold it */
Json pairOf(const OlderTokenizer& older, const Ids& ids, const std::string& name, const std::string& file)
{
    const std::vector<AddedToken>& added = older.settings.tokens;
    const auto known = std::find_if(added.begin(), added.end(),
        [&name](const AddedToken& token) { return token.id >= 0 && token.content == name; });
    if (const auto id = ids.find(name); id != ids.end())
        return Json::array({name, id->second});
    if (known != added.end())
        return Json::array({name, known->id});
    throw Error({Message::tr("no entry \"%1\"", printable(name)), file,
        Message::tr("the special token that this model puts around texts"),
        Message::tr("The files may be of two models.")});
}

/** What the settings name, and the special tokens that are usual as far as the vocabulary has them. */
TokenSettings withUsualTokens(const OlderTokenizer& older, const Ids& ids)
{
    TokenSettings settings = older.settings;
    for (const char* text : {"<s>", "</s>", "<pad>", "<unk>", "<mask>", "[PAD]", "[UNK]", "[CLS]", "[SEP]",
             "[MASK]", "<|endoftext|>"})
        if (ids.count(text) > 0)
            settings.tokens.push_back(
                {.id = -1, .content = text, .lstrip = std::string_view(text) == "<mask>", .special = true});
    return settings;
}

Tokenizer fromParts(Members parts, const OlderTokenizer& older, const Ids& ids, const std::string& file)
{
    const Json root = Json::object(std::move(parts));
    return readTokenizerJson(JsonField(root, file), withUsualTokens(older, ids));
}

void requireEntry(const Ids& ids, const std::string& entry, const Place& where)
{
    if (ids.count(entry) == 0)
        throw Error({Message::tr("a merge with \"%1\", which the vocabulary does not hold", printable(entry)),
            where, Message::tr("a merge of entries into an entry"),
            Message::tr("The files may be of two models.")});
}

std::vector<Json> mergesOf(std::string_view text, const std::string& file, const Ids& ids)
{
    std::vector<Json> merges;
    const std::vector<std::string> lines = linesOf(text, file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        if (line.empty() || (i == 0 && line.starts_with("#version")))
            continue;
        const Place where = Message::tr("%1, line %2", file, i + 1);
        const std::size_t space = line.find(' ');
        if (space == std::string::npos || line.find(' ', space + 1) != std::string::npos)
            throw Error({Message::tr("a line that is no pair"), where,
                Message::tr("two entries with one space between them"),
                Message::tr("Use the merges.txt that belongs to the model.")});
        const std::string left = line.substr(0, space), right = line.substr(space + 1);
        for (const std::string& entry : {left, right, left + right})
            requireEntry(ids, entry, where);
        merges.push_back(Json::array({left, right}));
    }
    return merges;
}

Json byteLevel(bool adds_space, bool splits)
{
    return Json::object({{"type", "ByteLevel"}, {"add_prefix_space", adds_space}, {"trim_offsets", true},
        {"use_regex", splits}});
}

/** The post-processor that puts the start token before a text. */
Json startsWith(const OlderTokenizer& older, const Ids& ids, const std::string& file)
{
    const Json start = pairOf(older, ids, nameOf(older, "bos_token", "<|endoftext|>"), file);
    const Json& name = start.items()[0];
    return Json::object({{"type", "TemplateProcessing"},
        {"single",
            Json::array({Json::object({{"SpecialToken", Json::object({{"id", name}})}}),
                Json::object({{"Sequence", Json::object({{"type_id", 0}})}})})},
        {"special_tokens",
            Json::object({{name.text(), Json::object({{"ids", Json::array({start.items()[1]})}})}})}});
}

/** What stands around the byte pairs of the family, beside the model itself. */
void addByteLevelParts(Members& parts, const OlderTokenizer& older, const Ids& ids, const std::string& file)
{
    const bool adds_space = flagOr(older, "add_prefix_space", false);
    parts.push_back({"decoder", byteLevel(adds_space, true)});
    if (older.kind == TokenizerClass::Qwen) {
        const Json split =
            Json::object({{"type", "Split"}, {"pattern", Json::object({{"Regex", qwen_pattern}})},
                {"behavior", "Isolated"}, {"invert", false}});
        parts.push_back({"normalizer", Json::object({{"type", "NFC"}})});
        parts.push_back({"pre_tokenizer",
            Json::object(
                {{"type", "Sequence"}, {"pretokenizers", Json::array({split, byteLevel(false, false)})}})});
        return;
    }
    parts.push_back({"pre_tokenizer", byteLevel(adds_space, true)});
    if (older.kind == TokenizerClass::Roberta)
        parts.push_back({"post_processor",
            Json::object({{"type", "RobertaProcessing"},
                {"sep", pairOf(older, ids, nameOf(older, "sep_token", "</s>"), file)},
                {"cls", pairOf(older, ids, nameOf(older, "cls_token", "<s>"), file)}, {"trim_offsets", true},
                {"add_prefix_space", adds_space}})});
    else if (flagOr(older, "add_bos_token", false))
        parts.push_back({"post_processor", startsWith(older, ids, file)});
}

/** BERT's way to clean a text and cut it into words. */
void addBertParts(Members& parts, bool lowercase, const Json& strip_accents, bool spaces_chinese)
{
    parts.push_back({"normalizer",
        Json::object(
            {{"type", "BertNormalizer"}, {"clean_text", true}, {"handle_chinese_chars", spaces_chinese},
                {"strip_accents", strip_accents}, {"lowercase", lowercase}})});
    parts.push_back({"pre_tokenizer", Json::object({{"type", "BertPreTokenizer"}})});
}

} // namespace

std::string nameOf(const OlderTokenizer& older, const std::string& role, const std::string& usual)
{
    const auto named = older.settings.names.find(role);
    return named == older.settings.names.end() ? usual : named->second;
}

Tokenizer readBytePairs(const OlderTokenizer& older, std::string_view vocabulary,
    const std::string& vocabulary_file, std::string_view merges, const std::string& merges_file)
{
    const Json words = parseJson(vocabulary, vocabulary_file);
    const JsonField field(words, vocabulary_file);
    Ids ids;
    for (const JsonMember& member : field.members())
        ids[member.key] = field[member.key].integer(0, max_vocabulary_size - 1);
    std::vector<Json> merge_list = mergesOf(merges, merges_file, ids);
    const bool has_word_ends = older.kind == TokenizerClass::Gpt1;

    Members model{{"type", "BPE"}, {"vocab", words}, {"merges", Json::array(std::move(merge_list))}};
    Members parts;
    if (has_word_ends) {
        model.push_back({"unk_token", nameOf(older, "unk_token", "<unk>")});
        model.push_back({"end_of_word_suffix", "</w>"});
        addBertParts(parts, true, Json(nullptr), true);
        parts.push_back({"decoder", Json::object({{"type", "BPEDecoder"}, {"suffix", "</w>"}})});
    } else {
        addByteLevelParts(parts, older, ids, vocabulary_file);
    }
    parts.push_back({"model", Json::object(std::move(model))});
    return fromParts(std::move(parts), older, ids, vocabulary_file);
}

Tokenizer readWordPieces(const OlderTokenizer& older, std::string_view words, const std::string& file)
{
    Ids ids;
    Members vocabulary;
    std::int64_t id = -1;
    for (const std::string& line : linesOf(words, file)) {
        ++id;
        // An empty line has an id like every other, but nothing is cut into it.
        if (line.empty())
            continue;
        if (!ids.emplace(line, id).second)
            throw Error({Message::tr("the entry \"%1\" a second time", printable(line)),
                Message::tr("%1, line %2", file, id + 1), Message::tr("every entry once"),
                Message::tr("Use the vocab.txt that belongs to the model.")});
        vocabulary.push_back({line, id});
    }
    const auto accents = older.config.find("strip_accents");
    Members parts;
    const bool is_basic = flagOr(older, "do_basic_tokenize", true);
    addBertParts(parts, is_basic && flagOr(older, "do_lower_case", true),
        !is_basic     ? Json(false)
            : accents ? accents->json()
                      : Json(nullptr),
        is_basic && flagOr(older, "tokenize_chinese_chars", true));
    parts.push_back({"model",
        Json::object({{"type", "WordPiece"}, {"unk_token", nameOf(older, "unk_token", "[UNK]")},
            {"continuing_subword_prefix", "##"}, {"max_input_chars_per_word", 100},
            {"vocab", Json::object(std::move(vocabulary))}})});
    parts.push_back({"post_processor",
        Json::object({{"type", "BertProcessing"},
            {"sep", pairOf(older, ids, nameOf(older, "sep_token", "[SEP]"), file)},
            {"cls", pairOf(older, ids, nameOf(older, "cls_token", "[CLS]"), file)}})});
    parts.push_back({"decoder", Json::object({{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}})});
    return fromParts(std::move(parts), older, ids, file);
}

} // namespace glassformer
