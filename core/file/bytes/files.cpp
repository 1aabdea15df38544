#include "core/file/bytes/files.h"

namespace glassformer {

std::string Files::bytes(const std::string& name, std::uint64_t limit) const
{
    return allBytes(*open(name), limit);
}

std::optional<std::string> Files::find(const std::string& name, std::uint64_t limit) const
{
    return contains(name) ? std::optional<std::string>(bytes(name, limit)) : std::nullopt;
}

bool isPlainFileName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".."
        && name.find_first_of(std::string_view("/\\:\0", 4)) == std::string_view::npos;
}

} // namespace glassformer
