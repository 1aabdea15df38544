#include "core/model/blocks/position.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glassformer {
namespace {

/** One frequency under the rule of Llama 3: waves longer than the original context are slowed, short ones kept. */
double slowed(double frequency, const RotaryConfig& config)
{
    if (config.long_factor == 1)
        return frequency;
    const double turns = config.original_length * frequency / (2 * std::numbers::pi);
    if (turns < config.low_frequency_factor)
        return frequency / config.long_factor;
    if (turns > config.high_frequency_factor)
        return frequency;
    const double share =
        (turns - config.low_frequency_factor) / (config.high_frequency_factor - config.low_frequency_factor);
    return (1 - share) * frequency / config.long_factor + share * frequency;
}

} // namespace

template <typename Scalar> Matrix<Scalar> sinusoidalPositions(int length, int width, PositionKind kind)
{
    const int sines = (width + 1) / 2;
    Matrix<Scalar> encoding(length, width);
    for (int column = 0; column < width; ++column) {
        const bool is_halved = kind == PositionKind::SinusoidalHalves;
        const bool is_sine = is_halved ? column < sines : column % 2 == 0;
        const int pair = !is_halved ? column / 2 : is_sine ? column : column - sines;
        const double frequency = std::pow(10000.0, -2.0 * pair / width);
        for (int position = 0; position < length; ++position) {
            const double angle = position * frequency;
            encoding(position, column) = static_cast<Scalar>(is_sine ? std::sin(angle) : std::cos(angle));
        }
    }
    return encoding;
}

std::vector<double> rotaryFrequencies(const RotaryConfig& config, int d_head)
{
    std::vector<double> frequencies(static_cast<std::size_t>(d_head / 2));
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const double plain = std::pow(config.theta, -2.0 * static_cast<double>(i) / d_head);
        frequencies[i] = slowed(plain, config) / config.linear_factor;
    }
    return frequencies;
}

template <typename Scalar>
Rotation<Scalar> rotation(const std::vector<double>& frequencies, int first_place, int places)
{
    const auto pairs = static_cast<Eigen::Index>(frequencies.size());
    Rotation<Scalar> rotation{first_place, Matrix<Scalar>(places, pairs), Matrix<Scalar>(places, pairs)};
    for (int row = 0; row < places; ++row)
        for (Eigen::Index i = 0; i < pairs; ++i) {
            const double angle =
                static_cast<double>(first_place + row) * frequencies[static_cast<std::size_t>(i)];
            rotation.cosine(row, i) = static_cast<Scalar>(std::cos(angle));
            rotation.sine(row, i) = static_cast<Scalar>(std::sin(angle));
        }
    return rotation;
}

template <typename Scalar> void turn(MatrixView<Scalar> row, const Rotation<Scalar>& rotation, int place)
{
    const Eigen::Index half = rotation.cosine.cols();
    const Scalar* const cosine = rotation.cosine.row(place - rotation.first_place).data();
    const Scalar* const sine = rotation.sine.row(place - rotation.first_place).data();
    for (Eigen::Index head = 0; head < row.cols(); head += 2 * half) {
        Scalar* const x = row.data() + head;
        Scalar* const y = x + half;
        for (Eigen::Index i = 0; i < half; ++i) {
            const Scalar before = x[i];
            x[i] = before * cosine[i] - y[i] * sine[i];
            y[i] = y[i] * cosine[i] + before * sine[i];
        }
    }
}

int relativeBucket(const RelativeConfig& config, int query, int key, bool is_causal)
{
    int buckets = config.buckets;
    int bucket = 0;
    int distance = query - key;
    if (!is_causal) {
        buckets /= 2;
        bucket = key > query ? buckets : 0;
        distance = std::abs(distance);
    }
    distance = std::max(distance, 0);
    const int exact = buckets / 2;
    if (distance < exact)
        return bucket + distance;
    // In float32, as the models were trained: a distance on the border of two buckets must fall into the same one.
    const float growth = std::log(static_cast<float>(distance) / static_cast<float>(exact))
        / static_cast<float>(std::log(static_cast<double>(config.max_distance) / exact));
    const int beyond = static_cast<int>(growth * static_cast<float>(buckets - exact));
    return bucket + std::min(exact + beyond, buckets - 1);
}

template Matrix<float> sinusoidalPositions(int, int, PositionKind);
template Matrix<double> sinusoidalPositions(int, int, PositionKind);
template Rotation<float> rotation(const std::vector<double>&, int, int);
template Rotation<double> rotation(const std::vector<double>&, int, int);
template void turn(MatrixView<float>, const Rotation<float>&, int);
template void turn(MatrixView<double>, const Rotation<double>&, int);

} // namespace glassformer
