#include "core/experiment/effect/word_ranking.h"

#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace glassformer {

namespace {

std::vector<RankedWord> ranked(const Trace& trace, int position, int count, bool is_best)
{
    const WordScores scores = wordScoresAt(trace, position);
    const std::span<const float> row = scores.logits;
    std::vector<int> ids(row.size());
    std::iota(ids.begin(), ids.end(), 0);
    // What is no number, in a run of another program, has no place in an order.
    ids.erase(
        std::remove_if(ids.begin(), ids.end(), [&row](int id) { return std::isnan(row[std::size_t(id)]); }),
        ids.end());
    const std::size_t kept = std::min(ids.size(), std::size_t(std::max(0, count)));
    // Equal logits are ordered by id: the same run gives the same picture.
    const auto comes_first = [&row, is_best](int a, int b) {
        const float left = row[std::size_t(a)];
        const float right = row[std::size_t(b)];
        return left != right ? (left > right) == is_best : a < b;
    };
    std::partial_sort(ids.begin(), ids.begin() + std::ptrdiff_t(kept), ids.end(), comes_first);
    std::vector<RankedWord> words;
    for (std::size_t i = 0; i < kept; ++i) {
        const auto id = std::size_t(ids[i]);
        words.push_back({ids[i], double(row[id]), double(scores.probabilities[id])});
    }
    return words;
}

} // namespace

std::vector<RankedWord> likeliestWords(const Trace& trace, int position, int count, double temperature)
{
    std::vector<RankedWord> words = ranked(trace, position, count, true);
    if (temperature == 1 || words.empty())
        return words;
    const WordScores scores = wordScoresAt(trace, position);
    double total = 0; // the largest logit is taken off first, so that no exponential overflows
    for (const float logit : scores.logits)
        total += std::exp((double(logit) - words.front().logit) / temperature);
    const double largest = words.front().logit;
    for (RankedWord& word : words)
        word.probability = std::exp((word.logit - largest) / temperature) / total;
    return words;
}

DrawnWords drawnWords(const Trace& trace, int position, int count, const Decoding& decoding)
{
    const bool is_drawn = decoding.kind == DecodingKind::Sample;
    DrawnWords drawn{likeliestWords(trace, position, count, is_drawn ? decoding.temperature : 1), 0, 1};
    const WordScores scores = wordScoresAt(trace, position);
    drawn.kept = static_cast<int>(scores.logits.size());
    const bool is_cut = is_drawn && (decoding.top_k > 0 || decoding.top_p < 1);
    // A run of another program may hold what is no number, among which nothing can be cut off.
    const bool has_order = std::none_of(
        scores.logits.begin(), scores.logits.end(), [](float logit) { return !std::isfinite(logit); });
    if (!is_cut || !has_order || drawn.words.empty())
        return drawn;
    const RowVector<float> logits =
        Eigen::Map<const RowVector<float>>(scores.logits.data(), Eigen::Index(scores.logits.size()));
    const std::vector<double> chances = nextWordProbabilities(logits, decoding);
    const double likeliest = chances[std::size_t(drawn.words.front().id)];
    drawn.share = likeliest > 0 ? drawn.words.front().probability / likeliest : 1;
    drawn.kept = static_cast<int>(
        std::count_if(chances.begin(), chances.end(), [](double chance) { return chance > 0; }));
    for (RankedWord& word : drawn.words)
        word.probability = chances[std::size_t(word.id)];
    return drawn;
}

std::vector<RankedWord> unlikeliestWords(const Trace& trace, int position, int count)
{
    std::vector<RankedWord> words = ranked(trace, position, count, false);
    std::reverse(words.begin(), words.end());
    return words;
}

} // namespace glassformer
