#include "core/file/json/json.h"

#include "core/error.h"
#include "core/file/printable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace glassformer {

struct Json::Object
{
    std::vector<JsonMember> members;
    std::vector<std::uint32_t> by_key; ///< places in members, sorted by key
};

Json Json::array(std::vector<Json> items)
{
    Json json(nullptr);
    json.m_value = std::make_shared<const std::vector<Json>>(std::move(items));
    return json;
}

Json Json::object(std::vector<JsonMember> members)
{
    Object object{std::move(members), {}};
    const std::vector<JsonMember>& all = object.members;
    object.by_key.resize(all.size());
    std::iota(object.by_key.begin(), object.by_key.end(), 0u);
    std::sort(object.by_key.begin(), object.by_key.end(),
        [&all](std::uint32_t a, std::uint32_t b) { return all[a].key < all[b].key; });
    const auto twin = std::adjacent_find(object.by_key.begin(), object.by_key.end(),
        [&all](std::uint32_t a, std::uint32_t b) { return all[a].key == all[b].key; });
    if (twin != object.by_key.end())
        throw std::invalid_argument("the field " + printable(all[*twin].key) + " twice");

    Json json(nullptr);
    json.m_value = std::make_shared<const Object>(std::move(object));
    return json;
}

double Json::number() const
{
    return kind() == Kind::Integer ? static_cast<double>(integer()) : std::get<double>(m_value);
}

const std::vector<JsonMember>& Json::members() const
{
    return std::get<ObjectPointer>(m_value)->members;
}

const Json* Json::find(std::string_view key) const
{
    const Object& object = *std::get<ObjectPointer>(m_value);
    const auto place = std::lower_bound(object.by_key.begin(), object.by_key.end(), key,
        [&object](std::uint32_t i, std::string_view wanted) { return object.members[i].key < wanted; });
    if (place == object.by_key.end() || object.members[*place].key != key)
        return nullptr;
    return &object.members[*place].value;
}

void Json::requireInteger(bool fits)
{
    if (!fits)
        throw std::invalid_argument("a whole number that does not fit into 64 signed bits");
}

namespace {

std::string textLiteral(const std::string& text)
{
    try {
        return nlohmann::json(text).dump();
    } catch (const nlohmann::json::exception&) {
        throw Error({Message::tr("a text that is not UTF-8"), {}, Message("UTF-8"), {}});
    }
}

std::string numberLiteral(double number)
{
    if (!std::isfinite(number))
        throw Error(
            {Message::tr("a number that is not finite"), {}, Message::tr("a number that JSON can hold"), {}});
    return nlohmann::json(number).dump();
}

class JsonWriter
{
public:
    explicit JsonWriter(int indent)
        : m_indent(indent)
    {
    }

    void write(const Json& json, int level)
    {
        switch (json.kind()) {
        case Json::Kind::Null:
            m_text += "null";
            break;
        case Json::Kind::Boolean:
            m_text += json.boolean() ? "true" : "false";
            break;
        case Json::Kind::Integer:
            m_text += std::to_string(json.integer());
            break;
        case Json::Kind::Number:
            m_text += numberLiteral(json.number());
            break;
        case Json::Kind::Text:
            m_text += textLiteral(json.text());
            break;
        case Json::Kind::Array:
            writeArray(json.items(), level);
            break;
        case Json::Kind::Object:
            writeObject(json.members(), level);
            break;
        }
    }

    std::string take() { return std::move(m_text); }

private:
    void writeArray(const std::vector<Json>& items, int level)
    {
        const bool one_line = std::all_of(items.begin(), items.end(), [](const Json& item) {
            return item.kind() != Json::Kind::Array && item.kind() != Json::Kind::Object;
        });
        m_text += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                m_text += one_line && m_indent > 0 ? ", " : ",";
            if (!one_line)
                newLine(level + 1);
            write(items[i], level + 1);
        }
        if (!one_line)
            newLine(level);
        m_text += ']';
    }

    void writeObject(const std::vector<JsonMember>& members, int level)
    {
        m_text += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i > 0)
                m_text += ',';
            newLine(level + 1);
            m_text += textLiteral(members[i].key) + (m_indent > 0 ? ": " : ":");
            write(members[i].value, level + 1);
        }
        if (!members.empty())
            newLine(level);
        m_text += '}';
    }

    void newLine(int level)
    {
        if (m_indent > 0)
            m_text +=
                '\n' + std::string(static_cast<std::size_t>(level) * static_cast<std::size_t>(m_indent), ' ');
    }

    int m_indent;
    std::string m_text;
};

} // namespace

std::string jsonText(const Json& json, int indent)
{
    JsonWriter writer(indent);
    writer.write(json, 0);
    return writer.take();
}

} // namespace glassformer
