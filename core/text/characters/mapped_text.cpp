#include "core/text/characters/mapped_text.h"

#include <algorithm>
#include <cassert>

namespace glassformer {

void MappedText::append(std::string_view bytes, TextSpan origin)
{
    text.append(bytes);
    origins.insert(origins.end(), bytes.size(), origin);
}

TextSpan MappedText::originOf(TextSpan part) const
{
    assert(part.begin <= part.end && part.end <= origins.size());
    if (part.isEmpty())
        return {};
    TextSpan origin = origins[part.begin];
    for (std::size_t i = part.begin + 1; i < part.end; ++i)
        origin.end = std::max(origin.end, origins[i].end);
    return origin;
}

} // namespace glassformer
