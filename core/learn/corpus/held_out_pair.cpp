#include "core/learn/corpus/held_out_pair.h"

#include <algorithm>
#include <cstdint>

namespace glassformer {

bool isHeldOutPair(const std::string& first, const std::string& second)
{
    const std::string& low = std::min(first, second);
    const std::string& high = std::max(first, second);
    if (low == "animal" && high == "street")
        return true;
    std::uint32_t hash = 2166136261u; // FNV-1a
    for (const char c : low + "/" + high)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash >> 8) % 12 == 0;
}

} // namespace glassformer
