#include "app/models/head_roles_file.h"

#include "core/file/json/strict_json.h"

#include <limits>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_file = 1u << 20;
constexpr const char* file_name = "roles.json";
constexpr std::int64_t most = std::numeric_limits<int>::max();

RoleScore readRole(const JsonField& field)
{
    field.requireOnly({"role", "share", "n"});
    return {field["role"].text(), field["share"].number(0, 1), static_cast<int>(field["n"].integer(0, most))};
}

HeadRoles readHead(const JsonField& field, const ModelConfig& config)
{
    field.requireOnly({"name", "removed", "roles"});
    HeadRoles head{headFromText(field["name"].text(), config), field["removed"].boolean(), {}};
    const JsonField roles = field["roles"];
    for (std::size_t i = 0; i < roles.size(); ++i)
        head.roles.push_back(readRole(roles.at(i)));
    return head;
}

} // namespace

MeasuredRoles readMeasuredRoles(const Files& files, const ModelConfig& config)
{
    MeasuredRoles measured;
    const std::optional<std::string> bytes = files.find(file_name, largest_file);
    if (!bytes)
        return measured;
    const Json json = parseJson(*bytes, files.where(file_name));
    const JsonField file(json, files.where(file_name));
    file.requireOnly({"sentences", "heads"});
    measured.sentences = static_cast<int>(file["sentences"].integer(1, most));
    const JsonField heads = file["heads"];
    for (std::size_t i = 0; i < heads.size(); ++i)
        measured.heads.push_back(readHead(heads.at(i), config));
    return measured;
}

} // namespace glassformer
