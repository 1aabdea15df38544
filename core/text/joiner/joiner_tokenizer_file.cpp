#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/text/joiner/joiner_tokenizer.h"

#include <limits>
#include <utility>

namespace glassformer {
namespace {

constexpr std::string_view format_name = "glassformer-wordpiece";
constexpr int format_version = 1;
constexpr std::string_view beginning_layout = "beginning";
const Message remedy = Message::tr("Use the tokenizer.json that belongs to the model.");

int readId(const JsonField& field)
{
    return static_cast<int>(field.integer(0, std::numeric_limits<int>::max()));
}

SpecialTokens readSpecialTokens(const JsonField& json)
{
    json.requireOnly({"padding", "start", "end", "unknown", "mask", "targets"});
    SpecialTokens special;
    special.padding = readId(json["padding"]);
    special.start = readId(json["start"]);
    special.end = readId(json["end"]);
    special.unknown = readId(json["unknown"]);
    if (const auto mask = json.find("mask"))
        special.mask = readId(*mask);

    const JsonField targets = json["targets"];
    for (const JsonMember& member : targets.members()) {
        if (member.key.empty())
            targets.refuse(
                Message::tr("names such as \"en\""), Message::tr("a language without a name"), remedy);
        special.targets[member.key] = readId(targets[member.key]);
    }
    return special;
}

struct NamedRule
{
    std::string_view name;
    bool JoinerNormalizer::*rule;
};

constexpr NamedRule rules[]{{"narrow letters", &JoinerNormalizer::narrow_letters},
    {"single spaces", &JoinerNormalizer::single_spaces},
    {"Chinese punctuation", &JoinerNormalizer::chinese_punctuation}};

JoinerNormalizer readNormalizer(const JsonField& json)
{
    JoinerNormalizer normalizer;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string& name = json.at(i).oneOf({rules[0].name, rules[1].name, rules[2].name});
        for (const NamedRule& rule : rules)
            if (rule.name == name)
                normalizer.*rule.rule = true;
    }
    return normalizer;
}

std::vector<std::string> readEntries(const JsonField& json)
{
    std::vector<std::string> entries;
    entries.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i)
        entries.push_back(json.at(i).text());
    return entries;
}

/** What is wrong with a field, and what to do about it. */
Error withRemedy(const Error& error)
{
    ErrorText text = error.text();
    if (text.remedy.empty())
        text.remedy = remedy;
    return Error(text);
}

} // namespace

JoinerTokenizer JoinerTokenizer::fromJson(std::string_view json, const std::string& where)
{
    try {
        const Json root = parseJson(json, where);
        return fromJson(JsonField(root, where));
    } catch (const Error& error) {
        throw withRemedy(error);
    }
}

JoinerTokenizer JoinerTokenizer::fromJson(const JsonField& root)
{
    root.requireOnly({"format", "version", "layout", "normalizer", "special", "entries"});
    root["format"].oneOf({format_name});
    root["version"].integer(format_version, format_version);
    const auto layout = root.find("layout");
    if (layout)
        layout->oneOf({beginning_layout});
    const auto normalizer = root.find("normalizer");
    return fromEntries(readEntries(root["entries"]), readSpecialTokens(root["special"]), root.where(),
        layout ? TextLayout::Beginning : TextLayout::Sentence,
        normalizer ? readNormalizer(*normalizer) : JoinerNormalizer());
}

std::string JoinerTokenizer::toJson() const
{
    std::vector<JsonMember> targets;
    for (const auto& [language, id] : m_special.targets)
        targets.push_back({language, id});
    std::vector<JsonMember> special{{"padding", m_special.padding}, {"start", m_special.start},
        {"end", m_special.end}, {"unknown", m_special.unknown}};
    if (m_special.mask != -1)
        special.push_back({"mask", m_special.mask});
    special.push_back({"targets", Json::object(targets)});
    std::vector<JsonMember> root{{"format", format_name}, {"version", format_version}};
    if (m_layout == TextLayout::Beginning)
        root.push_back({"layout", beginning_layout});
    std::vector<Json> names;
    for (const NamedRule& rule : rules)
        if (m_normalizer.*rule.rule)
            names.emplace_back(rule.name);
    if (!names.empty())
        root.push_back({"normalizer", Json::array(std::move(names))});
    root.push_back({"special", Json::object(std::move(special))});
    root.push_back({"entries", Json::array({m_entries.begin(), m_entries.end()})});
    return jsonText(Json::object(std::move(root)), 1) + '\n';
}

} // namespace glassformer
