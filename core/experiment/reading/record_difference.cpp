#include "core/experiment/reading/record_difference.h"

#include "core/experiment/reading/token_alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace glassformer {
namespace {

/** Token texts as numbers. */
class TextNumbers
{
public:
    std::vector<int> of(const std::vector<Token>& tokens)
    {
        std::vector<int> result;
        for (const Token& token : tokens)
            result.push_back(m_known.emplace(token.text + token.stands_for, static_cast<int>(m_known.size()))
                                 .first->second);
        return result;
    }

private:
    std::map<std::string, int> m_known;
};

/** So many cells of a table of two texts are filled within a frame. */
constexpr std::size_t most_cells = 4'000'000;

/** What two texts begin with alike, and what they end with. */
std::vector<TokenPair> endsOf(const std::vector<int>& one, const std::vector<int>& other)
{
    const std::size_t shorter = std::min(one.size(), other.size());
    std::size_t begin = 0, end = 0;
    while (begin < shorter && one[begin] == other[begin])
        ++begin;
    while (begin + end < shorter && one[one.size() - end - 1] == other[other.size() - end - 1])
        ++end;
    std::vector<TokenPair> pairs;
    for (std::size_t i = 0; i < begin; ++i)
        pairs.push_back({static_cast<int>(i), static_cast<int>(i)});
    for (std::size_t i = end; i > 0; --i)
        pairs.push_back({static_cast<int>(one.size() - i), static_cast<int>(other.size() - i)});
    return pairs;
}

bool areInside(const std::vector<TokenPair>& pairs, int here, int there)
{
    return std::all_of(pairs.begin(), pairs.end(), [&](const TokenPair& pair) {
        return pair.here >= 0 && pair.here < here && pair.there >= 0 && pair.there < there;
    });
}

float differenceOf(float here, float there)
{
    constexpr float hidden = -std::numeric_limits<float>::infinity();
    return here == hidden || there == hidden ? hidden : there - here;
}

} // namespace

std::vector<TokenPair> tokenPairs(const std::vector<Token>& here, const std::vector<Token>& there)
{
    TextNumbers numbers;
    const std::vector<int> ids = numbers.of(here), other_ids = numbers.of(there);
    if (ids.size() != other_ids.size() && ids.size() * other_ids.size() > most_cells)
        return endsOf(ids, other_ids);
    const std::vector<int> places = alignedTokens(ids, other_ids);
    std::vector<TokenPair> pairs;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] != no_counterpart)
            pairs.push_back({static_cast<int>(i), places[i]});
    return pairs;
}

std::optional<int> counterpartThere(const std::vector<TokenPair>& pairs, int here)
{
    for (const TokenPair& pair : pairs)
        if (pair.here == here)
            return pair.there;
    return std::nullopt;
}

std::optional<int> counterpartHere(const std::vector<TokenPair>& pairs, int there)
{
    for (const TokenPair& pair : pairs)
        if (pair.there == there)
            return pair.here;
    return std::nullopt;
}

RecordDifference recordDifference(const StepRecord& here, const StepRecord& there,
    const std::vector<TokenPair>& rows, const std::vector<TokenPair>& keys)
{
    const MatrixSlice &one = here.numbers, &other = there.numbers;
    std::vector<TokenPair> columns = keys;
    if (!here.isMap()) {
        columns.clear();
        for (int i = 0; i < one.columns; ++i)
            columns.push_back({i, i});
    }
    const bool fits = here.kind == there.kind && (here.isMap() || one.columns == other.columns)
        && areInside(rows, one.rows, other.rows) && areInside(columns, one.columns, other.columns);
    RecordDifference result;
    if (!fits)
        return result;
    result.rows = static_cast<int>(rows.size());
    result.columns = static_cast<int>(columns.size());
    for (const TokenPair& row : rows)
        for (const TokenPair& column : columns)
            result.values.push_back(differenceOf(one(row.here, column.here), other(row.there, column.there)));
    return result;
}

std::vector<WordShift> wordShifts(
    const Trace& here, int row_here, const Trace& there, int row_there, int most)
{
    const WordScores one = wordScoresAt(here, row_here), other = wordScoresAt(there, row_there);
    std::vector<WordShift> shifts;
    if (one.probabilities.size() != other.probabilities.size())
        return shifts;
    for (std::size_t id = 0; id < one.probabilities.size(); ++id)
        shifts.push_back({static_cast<int>(id), static_cast<double>(one.probabilities[id]),
            static_cast<double>(other.probabilities[id])});
    const std::size_t kept = std::min(shifts.size(), static_cast<std::size_t>(std::max(0, most)));
    std::partial_sort(shifts.begin(), shifts.begin() + static_cast<std::ptrdiff_t>(kept), shifts.end(),
        [](const WordShift& left, const WordShift& right) {
            // NaN compares with nothing: it goes behind all numbers.
            const double a = std::abs(left.moved()), b = std::abs(right.moved());
            return a > b || (!std::isnan(a) && std::isnan(b));
        });
    shifts.resize(kept);
    return shifts;
}

} // namespace glassformer
