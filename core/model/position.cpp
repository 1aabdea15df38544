#include "core/model/position.h"

#include <cmath>

namespace glassformer {

template <typename Scalar> Matrix<Scalar> sinusoidalPositions(int length, int d_model)
{
    Matrix<Scalar> encoding(length, d_model);
    for (int column = 0; column < d_model; ++column) {
        const int pair = column / 2;
        const double frequency = std::pow(10000.0, -2.0 * pair / d_model);
        for (int position = 0; position < length; ++position) {
            const double angle = position * frequency;
            encoding(position, column) =
                static_cast<Scalar>(column % 2 == 0 ? std::sin(angle) : std::cos(angle));
        }
    }
    return encoding;
}

template Matrix<float> sinusoidalPositions(int, int);
template Matrix<double> sinusoidalPositions(int, int);

} // namespace glassformer
