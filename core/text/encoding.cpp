#include "core/text/encoding.h"

namespace glassformer {

std::vector<int> Encoding::ids() const
{
    std::vector<int> result;
    result.reserve(tokens.size());
    for (const Token& token : tokens)
        result.push_back(token.id);
    return result;
}

std::vector<int> Encoding::segments() const
{
    std::vector<int> result;
    result.reserve(tokens.size());
    for (const Token& token : tokens)
        result.push_back(token.segment);
    return result;
}

} // namespace glassformer
