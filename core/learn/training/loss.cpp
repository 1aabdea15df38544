#include "core/learn/training/loss.h"

#include "core/tensor/softmax.h"

#include <cmath>
#include <vector>

namespace glassformer {

LossSums& LossSums::operator+=(const LossSums& other)
{
    smoothed += other.smoothed;
    log_likelihood += other.log_likelihood;
    correct += other.correct;
    return *this;
}

template <typename Scalar>
LossSums smoothedCrossEntropy(
    Matrix<Scalar>& logits, std::span<const int> targets, double smoothing, double scale)
{
    struct RowFacts
    {
        double largest, mean, target;
        Eigen::Index best;
    };
    std::vector<RowFacts> facts(targets.size());
    for (std::size_t row = 0; row < targets.size(); ++row) {
        if (targets[row] == no_target)
            continue;
        const auto z = logits.row(static_cast<Eigen::Index>(row));
        RowFacts& fact = facts[row];
        fact.largest = z.maxCoeff(&fact.best);
        fact.mean = z.mean();
        fact.target = z(targets[row]);
    }

    softmaxRows<Scalar>(logits);

    LossSums sums;
    const double spread = smoothing / static_cast<double>(logits.cols());
    for (std::size_t row = 0; row < targets.size(); ++row) {
        auto p = logits.row(static_cast<Eigen::Index>(row));
        if (targets[row] == no_target) {
            p.setZero();
            continue;
        }
        const RowFacts& fact = facts[row];
        // The largest probability never underflows, so the normaliser is read off it.
        const double log_sum = fact.largest - std::log(static_cast<double>(p(fact.best)));
        sums.log_likelihood += log_sum - fact.target;
        sums.smoothed += log_sum - (1 - smoothing) * fact.target - smoothing * fact.mean;
        sums.correct += fact.best == targets[row] ? 1 : 0;
        p = (p.array() - static_cast<Scalar>(spread)) * static_cast<Scalar>(scale);
        p(targets[row]) -= static_cast<Scalar>((1 - smoothing) * scale);
    }
    return sums;
}

template LossSums smoothedCrossEntropy(Matrix<float>&, std::span<const int>, double, double);
template LossSums smoothedCrossEntropy(Matrix<double>&, std::span<const int>, double, double);

} // namespace glassformer
