#include "core/trace/record/recorded_tokens.h"

#include "core/file/json/strict_json.h"
#include "core/text/characters/byte_level.h"
#include "core/text/characters/unicode.h"
#include "core/text/entry_style.h"

#include <algorithm>
#include <charconv>

namespace glassformer {
namespace {

constexpr std::int64_t most_tokens = 1'000'000, largest_id = 100'000'000;

template <typename Value> std::string listText(const std::vector<Token>& tokens, Value value)
{
    std::vector<Json> items;
    for (const Token& token : tokens)
        items.push_back(value(token));
    return jsonText(Json::array(items));
}

bool startsWith(const std::string& text, std::string_view start)
{
    return text.size() > start.size() && text.compare(0, start.size(), start) == 0;
}

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool hasSpaceByte(const std::string& entry)
{
    return entry.find("Ġ") != std::string::npos || entry.find("Ċ") != std::string::npos;
}

/** Whether these bytes are a text without control characters, and so no accident. */
bool isText(const std::string& bytes)
{
    return !firstInvalidByte(bytes) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F;
    });
}

/** Whether all together are names of a byte-level vocabulary: pieces may end inside a character. */
bool areByteLevel(const std::vector<Token>& tokens)
{
    std::string all;
    bool is_sure = false;
    for (const Token& token : tokens) {
        const std::optional<std::string> bytes = bytesOfByteLevel(token.text);
        if (!bytes)
            return false;
        is_sure = is_sure || hasSpaceByte(token.text)
            || std::any_of(bytes->begin(), bytes->end(), [](char c) { return (c & 0x80) != 0; });
        all += *bytes;
    }
    return is_sure && isText(all);
}

/** The style that a name of its own shows. */
EntryStyle styleOf(const std::string& name)
{
    EntryStyle style;
    const std::optional<std::string> bytes = bytesOfByteLevel(name);
    style.is_byte_level = bytes && hasSpaceByte(name) && isText(*bytes);
    if (startsWith(name, "▁") || name == "▁")
        style.space_mark = "▁";
    if (startsWith(name, "##"))
        style.inner_prefix = "##";
    if (endsWith(name, "</w>"))
        style.end_suffix = "</w>";
    return style;
}

} // namespace

void addTokens(
    Metadata& metadata, const std::string& name, const std::vector<Token>& tokens, const Recorded& recorded)
{
    metadata[name + ".tokens"] = listText(tokens, [](const Token& token) { return Json(token.text); });
    const bool has_ids =
        std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.id != no_id; });
    if (has_ids)
        metadata[name + ".ids"] = listText(tokens, [](const Token& token) { return Json(token.id); });
    if (recorded.kinds)
        metadata[name + ".kinds"] = listText(tokens, [](const Token& token) {
            return Json(token.is_special ? "special" : token.is_piece ? "piece" : "word");
        });
    if (recorded.spans)
        metadata[name + ".spans"] = listText(tokens, [](const Token& token) {
            return Json::array({token.span.begin, token.span.end});
        });
    if (std::any_of(
            tokens.begin(), tokens.end(), [](const Token& token) { return !token.stands_for.empty(); }))
        metadata[name + ".stands_for"] =
            listText(tokens, [](const Token& token) { return Json(token.stands_for); });
    metadata[name + ".segments"] = listText(tokens, [](const Token& token) { return Json(token.segment); });
}

TokenReader::TokenReader(const Metadata& metadata, std::string file, const std::string& name)
    : m_metadata(metadata)
    , m_file(std::move(file))
    , m_name(name)
{
}

template <typename Take> bool TokenReader::forEach(const std::string& list, std::size_t size, Take take) const
{
    const auto found = m_metadata.find(list);
    if (found == m_metadata.end() || found->second.empty())
        return false;
    const std::string where = m_file + ", " + list;
    const Json root = parseJson(found->second, where);
    const JsonField field(root, where);
    if (field.size() != size)
        field.refuse(
            Message::tr("%1 entries, one for each token", size), Message::tr("%1 entries", field.size()));
    for (std::size_t i = 0; i < size; ++i)
        take(i, field.at(i));
    return true;
}

bool TokenReader::readTexts(std::vector<Token>& tokens) const
{
    const auto take = [&tokens](std::size_t i, const JsonField& text) { tokens[i].text = text.text(); };
    return forEach(m_name + ".tokens", tokens.size(), take)
        || (m_name == "source" && forEach("tokens", tokens.size(), take));
}

bool TokenReader::readIds(std::vector<Token>& tokens) const
{
    return forEach(m_name + ".ids", tokens.size(), [&tokens](std::size_t i, const JsonField& id) {
        tokens[i].id = static_cast<int>(id.integer(0, largest_id));
    });
}

bool TokenReader::readKinds(std::vector<Token>& tokens) const
{
    return forEach(m_name + ".kinds", tokens.size(), [&tokens](std::size_t i, const JsonField& kind) {
        const std::string& name = kind.oneOf({"special", "piece", "word"});
        tokens[i].is_special = name == "special";
        tokens[i].is_piece = name == "piece";
    });
}

bool TokenReader::readSpans(std::vector<Token>& tokens, const std::string& text) const
{
    const auto end_of_text = static_cast<std::int64_t>(text.size());
    return forEach(m_name + ".spans", tokens.size(), [&](std::size_t i, const JsonField& span) {
        if (span.size() != 2)
            span.refuse(Message::tr("a begin and an end"));
        const std::int64_t begin = span.at(0).integer(0, end_of_text);
        tokens[i].span.begin = static_cast<std::size_t>(begin);
        tokens[i].span.end = static_cast<std::size_t>(span.at(1).integer(begin, end_of_text));
    });
}

void TokenReader::readSegments(std::vector<Token>& tokens) const
{
    forEach(m_name + ".segments", tokens.size(), [&tokens](std::size_t i, const JsonField& segment) {
        tokens[i].segment = static_cast<int>(segment.integer(0, most_tokens));
    });
}

void TokenReader::readMeanings(std::vector<Token>& tokens) const
{
    forEach(m_name + ".stands_for", tokens.size(),
        [&tokens](std::size_t i, const JsonField& text) { tokens[i].stands_for = text.text(); });
}

std::string entriesText(const std::map<int, Token>& entries)
{
    std::vector<JsonMember> members;
    for (const auto& [id, token] : entries)
        members.push_back(
            {std::to_string(id), Json::object({{"text", token.text}, {"special", token.is_special}})});
    return jsonText(Json::object(members));
}

std::map<int, Token> entriesFromText(const std::string& text, const std::string& where)
{
    std::map<int, Token> entries;
    if (text.empty())
        return entries;
    const Json root = parseJson(text, where);
    for (const JsonMember& member : JsonField(root, where).members()) {
        const JsonField entry = JsonField(root, where)[member.key];
        Token token;
        const char* const end_of_key = member.key.data() + member.key.size();
        const auto [end, error] = std::from_chars(member.key.data(), end_of_key, token.id);
        if (error != std::errc() || end != end_of_key || token.id < 0 || token.id > largest_id)
            entry.refuse(Message::tr("the number of a vocabulary entry as its name"));
        entry.requireOnly({"text", "special"});
        token.text = entry["text"].text();
        token.is_special = entry["special"].boolean();
        entries[token.id] = std::move(token);
    }
    return entries;
}

void nameAsText(std::vector<Token>& tokens)
{
    const bool is_byte_level = areByteLevel(tokens);
    for (Token& token : tokens) {
        EntryStyle style = is_byte_level ? EntryStyle{} : styleOf(token.text);
        style.is_byte_level = style.is_byte_level || is_byte_level;
        token.text = readableEntry(token.text, style);
    }
}

} // namespace glassformer
