#include "core/trace/look/link_text.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/text/characters/unicode.h"

#include <vector>

namespace glassformer {
namespace {

bool staysReadable(char c)
{
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9')
        || std::string_view("-._~:/@").find(c) != std::string_view::npos;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (staysReadable(c)) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
    }
    return result;
}

int hexDigit(char c)
{
    const std::size_t digit =
        std::string_view("0123456789abcdef").find(char(c >= 'A' && c <= 'F' ? c + 32 : c));
    return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

std::string unescaped(std::string_view text, std::string_view field)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            refuseLink(Message::tr("a percent sign without two hexadecimal digits"), field,
                Message::tr("a percent sign written as %25"));
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    requireValidUtf8(result, Place("glassformer:, " + replaceInvalidUtf8(field)));
    return result;
}

} // namespace

void refuseLink(const Message& found, std::string_view field, const Message& expected)
{
    throw Error({found, "glassformer:, " + replaceInvalidUtf8(field), expected, {}});
}

Json valueFromLink(LinkForm form, std::string_view text, std::string_view name)
{
    const auto number = [name](std::string_view digits) {
        return parseJson(unescaped(digits, name), "glassformer:, " + std::string(name));
    };
    std::vector<Json> items;
    switch (form) {
    case LinkForm::Text:
        return unescaped(text, name);
    case LinkForm::Number:
        return number(text);
    case LinkForm::Index:
        return text.empty() ? Json(nullptr) : number(text);
    case LinkForm::Numbers:
    case LinkForm::Texts:
        break;
    }
    if (!text.empty())
        forEachPart(text, ',', [&](std::string_view part) {
            items.push_back(form == LinkForm::Numbers ? number(part) : Json(unescaped(part, name)));
        });
    return Json::array(items);
}

std::string linkValue(const Json& value)
{
    switch (value.kind()) {
    case Json::Kind::Null:
        return {};
    case Json::Kind::Text:
        return escaped(value.text());
    case Json::Kind::Array: {
        std::string list;
        for (const Json& item : value.items())
            list += (list.empty() ? "" : ",") + linkValue(item);
        return list;
    }
    default:
        return escaped(jsonText(value));
    }
}

} // namespace glassformer
