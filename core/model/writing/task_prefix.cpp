#include "core/model/writing/task_prefix.h"

#include "core/file/json/json_field.h"
#include "core/file/json/strict_json.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t most_tasks = 100;
constexpr std::size_t longest_prefix = 200;

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(' ') == std::string::npos;
}

} // namespace

std::vector<std::string> taskPrefixes(std::string_view config_json, const std::string& where)
{
    std::vector<std::string> prefixes;
    const Json root = parseJson(config_json, where);
    const auto tasks = JsonField(root, where).find("task_specific_params");
    if (!tasks || tasks->json().kind() == Json::Kind::Null)
        return prefixes;
    if (tasks->members().size() > most_tasks)
        tasks->refuse(Message::tr("at most %1", most_tasks));
    for (const JsonMember& member : tasks->members()) {
        const auto field = (*tasks)[member.key].find("prefix");
        if (!field || field->json().kind() == Json::Kind::Null)
            continue;
        const std::string& prefix = field->text();
        if (prefix.size() > longest_prefix)
            field->refuse(Message::tr("at most %1 bytes", longest_prefix));
        if (!isBlank(prefix) && std::find(prefixes.begin(), prefixes.end(), prefix) == prefixes.end())
            prefixes.push_back(prefix);
    }
    return prefixes;
}

} // namespace glassformer
