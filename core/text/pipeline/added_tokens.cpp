#include "core/text/pipeline/added_tokens.h"

#include "core/text/characters/unicode_class.h"

#include <algorithm>

namespace glassformer {

void AddedTokenFinder::add(const AddedToken& token, const std::u32string& content)
{
    if (content.empty())
        return;
    int node = 0;
    for (const char32_t code : content) {
        const auto [child, is_new] = m_children.emplace(keyOf(node, code), m_node_count);
        m_node_count += is_new ? 1 : 0;
        node = child->second;
    }
    m_tokens.emplace(node, Rules{token.id, token.single_word, token.lstrip, token.rstrip});
}

AddedTokenFinder::Match AddedTokenFinder::longestMatch(AlignedView text, std::size_t position) const
{
    Match longest;
    int node = 0;
    while (position < text.size()) {
        const auto child = m_children.find(keyOf(node, text[position].code));
        if (child == m_children.end())
            break;
        node = child->second;
        ++position;
        if (const auto token = m_tokens.find(node); token != m_tokens.end())
            longest = {position, &token->second};
    }
    return longest;
}

std::vector<AddedMatch> AddedTokenFinder::find(AlignedView text) const
{
    std::vector<AddedMatch> all;
    std::size_t done = 0; ///< up to here the text is in `all`
    std::size_t position = 0;
    while (position < text.size() && !m_tokens.empty()) {
        const Match match = longestMatch(text, position);
        if (!match.rules) {
            ++position;
            continue;
        }
        std::size_t begin = position;
        std::size_t end = match.end;
        position = end;
        const bool is_inside = (begin > 0 && isWordCharacter(text[begin - 1].code))
            || (end < text.size() && isWordCharacter(text[end].code));
        if (match.rules->single_word && is_inside)
            continue;
        while (match.rules->lstrip && begin > done && isWhiteSpace(text[begin - 1].code))
            --begin;
        while (match.rules->rstrip && end < text.size() && isWhiteSpace(text[end].code))
            ++end;
        begin = std::max(begin, done);
        if (end <= begin)
            continue;
        if (begin > done)
            all.push_back({{done, begin}, -1});
        all.push_back({{begin, end}, match.rules->id});
        done = end;
    }
    if (done < text.size())
        all.push_back({{done, text.size()}, -1});
    return all;
}

} // namespace glassformer
