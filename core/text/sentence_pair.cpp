#include "core/text/sentence_pair.h"

#include <algorithm>

namespace glassformer {

void numberSegments(Encoding& encoding, const SentencePair& pair, std::size_t before, std::size_t after)
{
    std::vector<Token>& tokens = encoding.tokens;
    if (pair.between.empty() || before + after > tokens.size())
        return;
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(before);
    const auto end = tokens.end() - static_cast<std::ptrdiff_t>(after);
    const auto found = std::search(begin, end, pair.between.begin(), pair.between.end(),
        [](const Token& token, int id) { return token.id == id; });
    if (found == end)
        return;
    for (auto token = found + std::ssize(pair.between); token != tokens.end(); ++token)
        token->segment = pair.second_segment;
}

} // namespace glassformer
