#pragma once

#include "core/tensor/matrix.h"

#include <cmath>

namespace glassformer {

/** ln softmax in plain loops. */
inline double plainLogProbability(const Matrix<double>& words, int row, int id)
{
    double total = 0;
    for (int w = 0; w < words.cols(); ++w)
        total += std::exp(words(row, w));
    return words(row, id) - std::log(total);
}

} // namespace glassformer
