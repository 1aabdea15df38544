#include "core/trace/run/ruled_words.h"

#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <limits>
#include <optional>
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

/** What the decoder had read when it chose written[row]; the ids that a text so far shows. */
struct Read
{
    std::vector<int> source, target;
    std::size_t prompt = 0;

    TextSoFar text() const
    {
        const std::span<const int> ids(target);
        return {source, ids.first(prompt), ids.subspan(prompt)};
    }
};

/** Nothing where no word was chosen. */
std::optional<Read> readAt(const Trace& trace, int row)
{
    const int given = trace.config.hasEncoder() ? 1 : trace.given;
    if (!trace.config.hasDecoder() || given < 1 || row < given - 1
        || row >= static_cast<int>(trace.target.size()))
        return std::nullopt;
    Read read{{}, idsOf(trace.target), static_cast<std::size_t>(given)};
    read.target.resize(static_cast<std::size_t>(row) + 1);
    if (trace.config.hasEncoder())
        read.source = idsOf(trace.source);
    return read;
}

} // namespace

std::vector<RuledToken> ruledWordsAt(const Trace& trace, int row)
{
    const std::optional<Read> read = readAt(trace, row);
    return read ? ruledTokens(trace.generation, read->text()) : std::vector<RuledToken>();
}

int likeliestWrittenAt(const Trace& trace, int row)
{
    const WordScores scores = wordScoresAt(trace, row);
    if (scores.logits.empty())
        return -1;
    RowVector<float> ruled = Eigen::Map<const RowVector<float>>(
        scores.logits.data(), static_cast<Eigen::Index>(scores.logits.size()));
    if (const std::optional<Read> read = readAt(trace, row))
        applyRules(trace.generation, read->text(), ruled);
    Eigen::Index best = 0;
    ruled.maxCoeff(&best);
    return static_cast<int>(best);
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
