#include "core/error.h"
#include "core/file/printable.h"
#include "core/file/strict_json.h"
#include "core/text/tokenizer.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace glassformer {
namespace {

using OrderedJson = nlohmann::ordered_json;

const std::string format_name = "glassformer-wordpiece";
constexpr int format_version = 1;
constexpr const char* beginning_layout = "beginning";
constexpr int max_depth = 4;
constexpr std::size_t max_file_bytes = std::size_t{64} << 20;

[[noreturn]] void refuse(std::string found, std::string where, std::string expected)
{
    throw Error({.found = std::move(found),
        .where = std::move(where),
        .expected = std::move(expected),
        .remedy = "Use the tokenizer.json that belongs to the model."});
}

/** Watches the parser: refuses keys that occur twice in one object, and deep nesting. */
class ParseGuard
{
public:
    explicit ParseGuard(const std::string& where)
        : m_where(where)
    {
    }

    void see(int depth, OrderedJson::parse_event_t event, const OrderedJson& value)
    {
        if (depth > max_depth)
            refuse("nesting deeper than " + std::to_string(max_depth) + " levels", m_where, "a flat file");
        if (event == OrderedJson::parse_event_t::object_start) {
            m_keys.emplace_back();
        } else if (event == OrderedJson::parse_event_t::object_end) {
            m_keys.pop_back();
        } else if (event == OrderedJson::parse_event_t::key) {
            const std::string key = value.get<std::string>();
            if (!m_keys.back().insert(key).second)
                refuse("the key \"" + printable(key) + "\" twice in one object", m_where, "every key once");
        }
    }

private:
    const std::string& m_where;
    std::vector<std::set<std::string>> m_keys;
};

OrderedJson parseStrictly(std::string_view json, const std::string& where)
{
    if (json.size() > max_file_bytes)
        refuse(std::to_string(json.size()) + " bytes", where,
            "at most " + std::to_string(max_file_bytes) + " bytes");
    try {
        // Says what is wrong with the bytes in words that are short and themselves valid UTF-8.
        parseJson(json, where);
    } catch (const Error& error) {
        refuse(error.text().found, where, "a JSON object in UTF-8");
    }
    ParseGuard guard(where);
    try {
        return OrderedJson::parse(json.begin(), json.end(),
            [&guard](int depth, OrderedJson::parse_event_t event, OrderedJson& value) {
                guard.see(depth, event, value);
                return true;
            });
    } catch (const OrderedJson::exception& error) {
        refuse(std::string("no valid JSON (") + error.what() + ")", where, "a JSON object in UTF-8");
    }
}

void requireKeys(const OrderedJson& object, const std::set<std::string>& keys, const std::string& where)
{
    if (!object.is_object())
        refuse(std::string("a value of type ") + object.type_name(), where, "an object");
    for (const auto& item : object.items()) {
        if (keys.count(item.key()) == 0)
            refuse("the unknown key \"" + printable(item.key()) + '"', where, "only keys of this format");
    }
    for (const std::string& key : keys) {
        if (!object.contains(key))
            refuse("no key \"" + key + '"', where, "the key \"" + key + '"');
    }
}

int readId(const OrderedJson& value, const std::string& where)
{
    if (!value.is_number_integer())
        refuse(std::string("a value of type ") + value.type_name(), where, "a whole number");
    const bool fits = value.is_number_unsigned()
        ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<int>::max())
        : value.get<std::int64_t>() >= std::numeric_limits<int>::min();
    if (!fits)
        refuse("the number " + value.dump(), where, "the id of an entry");
    return value.get<int>();
}

SpecialTokens readSpecialTokens(const OrderedJson& json, const std::string& where)
{
    std::set<std::string> keys{"padding", "start", "end", "unknown", "targets"};
    const bool has_mask = json.is_object() && json.contains("mask");
    if (has_mask)
        keys.insert("mask");
    requireKeys(json, keys, where);
    SpecialTokens special;
    if (has_mask)
        special.mask = readId(json["mask"], where + ".mask");
    special.padding = readId(json["padding"], where + ".padding");
    special.start = readId(json["start"], where + ".start");
    special.end = readId(json["end"], where + ".end");
    special.unknown = readId(json["unknown"], where + ".unknown");

    const OrderedJson& targets = json["targets"];
    if (!targets.is_object())
        refuse(std::string("a value of type ") + targets.type_name(), where + ".targets", "an object");
    for (const auto& item : targets.items()) {
        if (item.key().empty())
            refuse("a language without a name", where + ".targets", "names such as \"en\"");
        special.targets[item.key()] = readId(item.value(), where + ".targets." + printable(item.key()));
    }
    return special;
}

std::vector<std::string> readEntries(const OrderedJson& json, const std::string& where)
{
    if (!json.is_array())
        refuse(std::string("a value of type ") + json.type_name(), where, "a list of texts");
    std::vector<std::string> entries;
    entries.reserve(json.size());
    for (const OrderedJson& entry : json) {
        if (!entry.is_string()) {
            refuse(std::string("a value of type ") + entry.type_name(),
                where + "[" + std::to_string(entries.size()) + "]", "a text");
        }
        entries.push_back(entry.get<std::string>());
    }
    return entries;
}

} // namespace

Tokenizer Tokenizer::fromJson(std::string_view json, const std::string& where)
{
    const OrderedJson root = parseStrictly(json, where);
    std::set<std::string> keys{"format", "version", "special", "entries"};
    const bool has_layout = root.is_object() && root.contains("layout");
    if (has_layout)
        keys.insert("layout");
    requireKeys(root, keys, where);
    if (has_layout && root["layout"] != beginning_layout)
        refuse(root["layout"].dump(), where + ", layout", std::string("\"") + beginning_layout + '"');
    if (root["format"] != format_name)
        refuse(root["format"].dump(), where + ", format", '"' + format_name + '"');
    if (!root["version"].is_number_integer() || root["version"] != format_version)
        refuse(root["version"].dump(), where + ", version", std::to_string(format_version));
    return fromEntries(readEntries(root["entries"], where + ", entries"),
        readSpecialTokens(root["special"], where + ", special"), where,
        has_layout ? TextLayout::Beginning : TextLayout::Sentence);
}

std::string Tokenizer::toJson() const
{
    OrderedJson special;
    special["padding"] = m_special.padding;
    special["start"] = m_special.start;
    special["end"] = m_special.end;
    special["unknown"] = m_special.unknown;
    if (m_special.mask != -1)
        special["mask"] = m_special.mask;
    special["targets"] = m_special.targets;

    OrderedJson root;
    root["format"] = format_name;
    root["version"] = format_version;
    if (m_layout == TextLayout::Beginning)
        root["layout"] = beginning_layout;
    root["special"] = std::move(special);
    root["entries"] = m_entries;
    return root.dump(1) + '\n';
}

} // namespace glassformer
