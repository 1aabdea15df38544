#include "core/file/safetensors/safetensors_index.h"

#include "core/file/bytes/files.h"
#include "core/file/json/strict_json.h"

namespace glassformer {
namespace {

constexpr std::string_view ending = ".safetensors";

bool isShardName(const std::string& name)
{
    return name.size() > ending.size() && isPlainFileName(name)
        && name.compare(name.size() - ending.size(), ending.size(), ending) == 0 && name.front() != '.';
}

} // namespace

std::map<std::string, std::string> shardsFromIndex(std::string_view json, const std::string& where)
{
    const Json root = parseJson(json, where);
    const JsonField map = JsonField(root, where)["weight_map"];
    std::map<std::string, std::string> shards;
    for (const JsonMember& member : map.members()) {
        const JsonField file = map[member.key];
        if (!isShardName(file.text()))
            file.refuse(Message::tr("the name of a .safetensors file beside the index"));
        shards[member.key] = file.text();
    }
    if (shards.empty())
        map.refuse(Message::tr("at least one tensor"));
    return shards;
}

} // namespace glassformer
