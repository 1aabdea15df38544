#include "core/model/writing/sampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassformer {
namespace {

std::vector<double> softmaxOf(const RowVector<float>& logits, double temperature)
{
    const double largest = logits.maxCoeff();
    std::vector<double> p(static_cast<std::size_t>(logits.size()));
    for (std::size_t i = 0; i < p.size(); ++i)
        p[i] = std::exp((logits(static_cast<Eigen::Index>(i)) - largest) / temperature);
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& value : p)
        value /= sum;
    return p;
}

} // namespace

std::vector<double> nextWordProbabilities(const RowVector<float>& logits, const Decoding& decoding)
{
    std::vector<double> p = softmaxOf(logits, decoding.temperature);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&p](std::size_t a, std::size_t b) { return p[a] > p[b]; });

    std::size_t kept = decoding.top_k > 0
        ? std::min<std::size_t>(static_cast<std::size_t>(decoding.top_k), p.size())
        : p.size();
    double sum = 0;
    for (std::size_t i = 0; i < kept; ++i) {
        if (sum >= decoding.top_p && i > 0) {
            kept = i;
            break;
        }
        sum += p[order[i]];
    }
    for (std::size_t i = kept; i < order.size(); ++i)
        p[order[i]] = 0;
    for (double& value : p)
        value /= sum;
    return p;
}

Random randomAt(const Decoding& decoding, int place)
{
    // The step between the seeds of two places is 2^32 divided by the golden ratio, odd: no two places share one.
    return Random(decoding.seed + static_cast<std::uint32_t>(place) * 0x9E3779B9U);
}

int chooseToken(const RowVector<float>& logits, const Decoding& decoding, Random& random)
{
    if (decoding.kind != DecodingKind::Sample) {
        Eigen::Index best = 0;
        logits.maxCoeff(&best);
        return static_cast<int>(best);
    }
    const std::vector<double> p = nextWordProbabilities(logits, decoding);
    const double at = random.uniform();
    double sum = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] <= 0)
            continue;
        last = i;
        sum += p[i];
        if (at < sum)
            break;
    }
    return static_cast<int>(last);
}

} // namespace glassformer
