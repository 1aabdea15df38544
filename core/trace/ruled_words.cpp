#include "core/trace/ruled_words.h"

#include "core/trace/tensor_slice.h"

#include <algorithm>
#include <limits>
#include <span>

namespace glassformer {
namespace {

std::vector<int> idsOf(const std::vector<Token>& tokens)
{
    std::vector<int> ids;
    for (const Token& token : tokens)
        ids.push_back(token.id);
    return ids;
}

} // namespace

std::vector<RuledToken> ruledWordsAt(const Trace& trace, int row)
{
    const int given = trace.config.hasEncoder() ? 1 : trace.given;
    if (!trace.config.hasDecoder() || row < given - 1 || row >= static_cast<int>(trace.target.size()))
        return {};
    const std::vector<int> target = idsOf(trace.target);
    const std::vector<int> source = trace.config.hasEncoder() ? idsOf(trace.source) : std::vector<int>();
    const std::span<const int> read = std::span(target).first(static_cast<std::size_t>(row) + 1);
    const auto prompt = static_cast<std::size_t>(given);
    return ruledTokens(trace.generation, {source, read.first(prompt), read.subspan(prompt)});
}

std::vector<RuledToken> passedOver(const Trace& trace, int row)
{
    std::vector<RuledToken> ruled = ruledWordsAt(trace, row);
    if (ruled.empty() || row >= static_cast<int>(trace.written.size()))
        return {};
    const WordScores scores = wordScoresAt(trace, row);
    const auto logit = [&scores](int id) {
        const auto at = static_cast<std::size_t>(id);
        return id >= 0 && at < scores.logits.size() ? scores.logits[at]
                                                    : -std::numeric_limits<float>::infinity();
    };
    const float chosen = logit(trace.written[static_cast<std::size_t>(row)].id);
    ruled.erase(std::remove_if(ruled.begin(), ruled.end(),
                    [&](const RuledToken& word) { return !(logit(word.id) > chosen); }),
        ruled.end());
    std::stable_sort(ruled.begin(), ruled.end(),
        [&](const RuledToken& a, const RuledToken& b) { return logit(a.id) > logit(b.id); });
    return ruled;
}

} // namespace glassformer
