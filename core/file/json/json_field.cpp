#include "core/file/json/json_field.h"

#include "core/error.h"
#include "core/file/printable.h"

#include <algorithm>
#include <cassert>
#include <sstream>

namespace glassformer {
namespace {

std::string numberText(double number)
{
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    stream << number;
    return stream.str();
}

Message description(const Json& json)
{
    switch (json.kind()) {
    case Json::Kind::Null:
        return Message("null");
    case Json::Kind::Boolean:
        return Message(json.boolean() ? "true" : "false");
    case Json::Kind::Integer:
        return Message::tr("the whole number %1", json.integer());
    case Json::Kind::Number:
        return Message::tr("the number %1", numberText(json.number()));
    case Json::Kind::Text:
        return Message::tr("the text \"%1\"", printable(json.text()));
    case Json::Kind::Array:
        return Message::tr("a list");
    case Json::Kind::Object:
        return Message::tr("an object");
    }
    return {};
}

std::string listText(std::initializer_list<std::string_view> texts)
{
    std::string list;
    for (const std::string_view text : texts)
        list += (list.empty() ? "\"" : ", \"") + std::string(text) + '"';
    return list;
}

} // namespace

JsonField::JsonField(const Json& json, std::string file)
    : JsonField(json, std::move(file), {})
{
}

JsonField::JsonField(const Json& json, std::string file, std::string path)
    : m_json(&json)
    , m_file(std::move(file))
    , m_path(std::move(path))
{
}

std::string JsonField::where() const
{
    return m_path.empty() ? m_file : m_file + ", " + m_path;
}

JsonField JsonField::operator[](std::string_view key) const
{
    if (std::optional<JsonField> field = find(key))
        return *field;
    refuse(Message::tr("a field \"%1\"", printable(key)), Message::tr("no field \"%1\"", printable(key)));
}

std::optional<JsonField> JsonField::find(std::string_view key) const
{
    const Json* value = require(Json::Kind::Object, Message::tr("an object")).find(key);
    if (!value)
        return std::nullopt;
    return JsonField(*value, m_file, (m_path.empty() ? "" : m_path + '.') + printable(key));
}

void JsonField::requireOnly(std::initializer_list<std::string_view> keys) const
{
    for (const JsonMember& member : members()) {
        if (std::find(keys.begin(), keys.end(), member.key) == keys.end())
            refuse(Message::tr("only %1", listText(keys)),
                Message::tr("an unknown field \"%1\"", printable(member.key)));
    }
}

const std::vector<JsonMember>& JsonField::members() const
{
    return require(Json::Kind::Object, Message::tr("an object")).members();
}

std::size_t JsonField::size() const
{
    return require(Json::Kind::Array, Message::tr("a list")).items().size();
}

JsonField JsonField::at(std::size_t index) const
{
    assert(index < size());
    return JsonField(m_json->items()[index], m_file, m_path + '[' + std::to_string(index) + ']');
}

bool JsonField::boolean() const
{
    return require(Json::Kind::Boolean, Message::tr("true or false")).boolean();
}

std::int64_t JsonField::integer(std::int64_t least, std::int64_t most) const
{
    const std::int64_t value = m_json->kind() == Json::Kind::Integer ? m_json->integer() : 0;
    if (m_json->kind() != Json::Kind::Integer || value < least || value > most)
        refuse(Message::tr("a whole number from %1 to %2", least, most));
    return value;
}

double JsonField::number(double least, double most) const
{
    const bool is_number = m_json->kind() == Json::Kind::Integer || m_json->kind() == Json::Kind::Number;
    const double value = is_number ? m_json->number() : 0.0;
    if (!is_number || value < least || value > most)
        refuse(Message::tr("a number from %1 to %2", numberText(least), numberText(most)));
    return value;
}

const std::string& JsonField::text() const
{
    return require(Json::Kind::Text, Message::tr("a text")).text();
}

const std::string& JsonField::oneOf(std::initializer_list<std::string_view> choices) const
{
    const std::string& chosen = text();
    if (std::find(choices.begin(), choices.end(), chosen) == choices.end())
        refuse(Message::tr("one of %1", listText(choices)));
    return chosen;
}

void JsonField::refuse(Message expected, Message found, Message remedy) const
{
    if (found.empty())
        found = description(*m_json);
    throw Error({std::move(found), where(), std::move(expected), std::move(remedy)});
}

const Json& JsonField::require(Json::Kind kind, const Message& expected) const
{
    if (m_json->kind() != kind)
        refuse(expected);
    return *m_json;
}

} // namespace glassformer
