#include "core/trace/record/recorded_normal.h"

#include "core/file/json/strict_json.h"

#include <cstdint>

namespace glassformer {

std::string normalText(const std::vector<NormalPart>& parts)
{
    std::vector<Json> list;
    for (const NormalPart& part : parts) {
        std::vector<Json> items{Json(part.span.begin), Json(part.span.end)};
        if (part.is_changed)
            items.emplace_back(part.text);
        list.push_back(Json::array(std::move(items)));
    }
    return jsonText(Json::array(std::move(list)));
}

std::vector<NormalPart> normalFromText(
    const std::string& json, const std::string& where, const std::string& text)
{
    const Json root = parseJson(json, where);
    const JsonField list(root, where);
    if (list.size() > max_normal_parts)
        list.refuse(
            Message::tr("at most %1 entries", max_normal_parts), Message::tr("%1 entries", list.size()));
    const auto end_of_text = static_cast<std::int64_t>(text.size());
    std::int64_t end = 0;
    std::vector<NormalPart> parts;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonField field = list.at(i);
        if (field.size() != 2 && field.size() != 3)
            field.refuse(Message::tr("a begin, an end, and a text if it changed"));
        const std::int64_t begin = field.at(0).integer(end, end_of_text);
        end = field.at(1).integer(begin, end_of_text);
        NormalPart part{
            {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}, {}, field.size() == 3};
        part.text = part.is_changed ? field.at(2).text()
                                    : text.substr(part.span.begin, part.span.end - part.span.begin);
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace glassformer
