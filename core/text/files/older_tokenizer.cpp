#include "core/text/files/older_tokenizer.h"

#include "core/error.h"
#include "core/file/printable.h"
#include "core/file/strict_json.h"
#include "core/text/characters/unicode.h"
#include "core/text/vocabulary.h"

#include <algorithm>
#include <set>
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
    const auto field = older.config.find(key);
    return field && !field->json().isNull() ? field->boolean() : fallback;
}

/** The id of a special token by its role, or by its usual name; -1 if the vocabulary has none. */
class Roles
{
public:
    Roles(const OlderTokenizer& older, Ids ids)
        : m_older(older)
        , m_ids(std::move(ids))
    {
    }

    std::string name(const std::string& role, const std::string& usual) const
    {
        const auto named = m_older.names.find(role);
        return named == m_older.names.end() ? usual : named->second;
    }

    /** ["</s>", 2]; \throws Error if the vocabulary does not hold it */
    Json pair(const std::string& role, const std::string& usual, const std::string& file) const
    {
        const std::string text = name(role, usual);
        const auto id = m_ids.find(text);
        if (id == m_ids.end())
            throw Error({Message::tr("no entry \"%1\"", printable(text)), file,
                Message::tr("the special token that this model puts around texts"),
                Message::tr("The files may be of two models.")});
        return Json::array({text, id->second});
    }

    /** Every special token that is known by role or usual name, as tokenizer.json lists them. */
    std::vector<Json> added() const
    {
        std::set<std::string> texts{"<s>", "</s>", "<pad>", "<unk>", "<mask>", "[PAD]", "[UNK]", "[CLS]",
            "[SEP]", "[MASK]", "<|endoftext|>"};
        for (const auto& [role, text] : m_older.names)
            texts.insert(text);
        std::vector<Json> tokens;
        for (const std::string& text : texts)
            if (const auto id = m_ids.find(text); id != m_ids.end())
                tokens.push_back(entry(text, id->second, text == "<mask>", true));
        const std::set<std::string> listed = addListed(tokens, texts);
        for (const auto& [text, id] : m_older.added)
            if (listed.count(text) == 0 && (texts.count(text) == 0 || m_ids.count(text) == 0))
                tokens.push_back(entry(text, id, false, texts.count(text) > 0));
        return tokens;
    }

private:
    static Json entry(const std::string& text, std::int64_t id, bool strips_left, bool is_special)
    {
        return Json::object({{"id", id}, {"content", text}, {"single_word", false}, {"lstrip", strips_left},
            {"rstrip", false}, {"normalized", false}, {"special", is_special}});
    }

    /** Those of tokenizer_config.json that the vocabulary itself does not hold. Gives all that it lists. */
    std::set<std::string> addListed(std::vector<Json>& tokens, const std::set<std::string>& known) const
    {
        std::set<std::string> texts;
        const auto listed = m_older.config.find("added_tokens_decoder");
        if (!listed || listed->json().isNull())
            return texts;
        for (const JsonMember& member : listed->members()) {
            const JsonField field = (*listed)[member.key];
            const std::string& text = field["content"].text();
            texts.insert(text);
            if (known.count(text) > 0 && m_ids.count(text) > 0)
                continue;
            const bool is_number = !member.key.empty() && member.key.size() < 9
                && std::all_of(
                    member.key.begin(), member.key.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (!is_number)
                field.refuse(
                    Message::tr("the id of a token as its key"), Message::tr("the key \"%1\"", member.key));
            const auto special = field.find("special");
            tokens.push_back(entry(text, std::stoll(member.key), false, special && special->boolean()));
        }
        return texts;
    }

    const OlderTokenizer& m_older;
    Ids m_ids;
};

Tokenizer fromParts(Members parts, const OlderTokenizer& older, const std::string& file)
{
    const Json root = Json::object(std::move(parts));
    return readTokenizerJson(JsonField(root, file), older.names);
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

/** What stands around the byte pairs of the family, beside the model itself. */
void addByteLevelParts(
    Members& parts, const OlderTokenizer& older, const Roles& roles, const std::string& file)
{
    const bool adds_space = flagOr(older, "add_prefix_space", false);
    parts.push_back({"decoder", byteLevel(adds_space, true)});
    if (older.model_type.starts_with("qwen")) {
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
    if (older.model_type != "gpt2")
        parts.push_back({"post_processor",
            Json::object({{"type", "RobertaProcessing"}, {"sep", roles.pair("sep_token", "</s>", file)},
                {"cls", roles.pair("cls_token", "<s>", file)}, {"trim_offsets", true},
                {"add_prefix_space", adds_space}})});
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

Tokenizer readBytePairs(const OlderTokenizer& older, std::string_view vocabulary,
    const std::string& vocabulary_file, std::string_view merges, const std::string& merges_file)
{
    const Json words = parseJson(vocabulary, vocabulary_file);
    const JsonField field(words, vocabulary_file);
    Ids ids;
    for (const JsonMember& member : field.members())
        ids[member.key] = field[member.key].integer(0, max_vocabulary_size - 1);
    std::vector<Json> merge_list = mergesOf(merges, merges_file, ids);
    const Roles roles(older, std::move(ids));
    const bool has_word_ends = older.model_type == "openai-gpt";

    Members model{{"type", "BPE"}, {"vocab", words}, {"merges", Json::array(std::move(merge_list))}};
    Members parts;
    if (has_word_ends) {
        model.push_back({"unk_token", roles.name("unk_token", "<unk>")});
        model.push_back({"end_of_word_suffix", "</w>"});
        addBertParts(parts, true, Json(nullptr), true);
        parts.push_back({"decoder", Json::object({{"type", "BPEDecoder"}, {"suffix", "</w>"}})});
    } else {
        addByteLevelParts(parts, older, roles, vocabulary_file);
    }
    parts.push_back({"model", Json::object(std::move(model))});
    parts.push_back({"added_tokens", Json::array(roles.added())});
    return fromParts(std::move(parts), older, vocabulary_file);
}

Tokenizer readWordPieces(const OlderTokenizer& older, std::string_view words, const std::string& file)
{
    Ids ids;
    Members vocabulary;
    for (const std::string& line : linesOf(words, file)) {
        const auto id = static_cast<std::int64_t>(vocabulary.size());
        if (!ids.emplace(line, id).second)
            throw Error({Message::tr("the entry \"%1\" a second time", printable(line)),
                Message::tr("%1, line %2", file, id + 1), Message::tr("every entry once"),
                Message::tr("Use the vocab.txt that belongs to the model.")});
        vocabulary.push_back({line, id});
    }
    const Roles roles(older, std::move(ids));
    const auto accents = older.config.find("strip_accents");
    Members parts;
    addBertParts(parts, flagOr(older, "do_lower_case", true), accents ? accents->json() : Json(nullptr),
        flagOr(older, "tokenize_chinese_chars", true));
    parts.push_back({"model",
        Json::object({{"type", "WordPiece"}, {"unk_token", roles.name("unk_token", "[UNK]")},
            {"continuing_subword_prefix", "##"}, {"max_input_chars_per_word", 100},
            {"vocab", Json::object(std::move(vocabulary))}})});
    parts.push_back({"post_processor",
        Json::object({{"type", "BertProcessing"}, {"sep", roles.pair("sep_token", "[SEP]", file)},
            {"cls", roles.pair("cls_token", "[CLS]", file)}})});
    parts.push_back({"decoder", Json::object({{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}})});
    parts.push_back({"added_tokens", Json::array(roles.added())});
    return fromParts(std::move(parts), older, file);
}

} // namespace glassformer
