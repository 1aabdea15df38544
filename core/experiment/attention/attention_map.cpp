#include "core/experiment/attention/attention_map.h"

#include "core/model/tensor_name.h"
#include "core/text/characters/unicode.h"
#include "core/text/characters/unicode_class.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

/** The mask may have been lifted: what counts is whether a row does look ahead. */
bool looksAhead(const MatrixSlice& weights)
{
    for (int row = 0; row + 1 < weights.columns && row < weights.rows; ++row) {
        const std::span<const float> ahead = weights.row(row).subspan(std::size_t(row) + 1);
        if (std::any_of(ahead.begin(), ahead.end(), [](float weight) { return weight > 0; }))
            return true;
    }
    return false;
}

} // namespace

bool AttentionMap::chooses(int row) const
{
    double sum = 0;
    for (const float weight : weights.row(row))
        sum += double(weight);
    return keysInSight(row) > 1 && std::isfinite(sum) && sum > 0;
}

AttentionMap mapWith(const Trace& trace, AttentionSite site, MatrixSlice weights)
{
    AttentionMap map;
    map.queries = queriesOf(trace, site);
    map.keys = keysOf(trace, site);
    map.is_self = site != AttentionSite::DecoderCross;
    map.is_causal = site == AttentionSite::DecoderSelf && !looksAhead(weights);
    if (std::size_t(weights.rows) == map.queries.size() && std::size_t(weights.columns) == map.keys.size())
        map.weights = std::move(weights);
    return map;
}

AttentionMap mapOf(const Trace& trace, const HeadName& head)
{
    return mapWith(trace, head.site,
        headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head));
}

bool isPunctuation(const Token& token)
{
    const std::string text = replaceInvalidUtf8(token.text);
    bool found = false;
    for (std::size_t at = 0; at < text.size() && !token.is_special;) {
        const Character character = characterAt(text, at);
        if (kindOf(character.code) != CharacterKind::Space) {
            if (!isPunctuation(character.code))
                return false;
            found = true;
        }
        at += character.size;
    }
    return found;
}

} // namespace glassformer
