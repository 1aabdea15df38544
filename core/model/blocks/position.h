#pragma once

#include "core/model/config/config.h"
#include "core/tensor/multiply.h"

#include <vector>

namespace glassformer {

/**
 * Rows 0 to length-1 of the sinusoidal encoding, [length, width]: sine of pos / 10000^(2i/width) in column 2i, cosine
 * in column 2i+1 ("Attention Is All You Need", section 3.5). SinusoidalHalves puts all sines first, then all cosines.
 */
template <typename Scalar>
Matrix<Scalar> sinusoidalPositions(int length, int width, PositionKind kind = PositionKind::Sinusoidal);

/**
 * The angle by which pair i of a head turns from one position to the next, for i < d_head / 2 (Su et al. 2021,
 * section 3.2.2), slowed down as the configuration says.
 */
std::vector<double> rotaryFrequencies(const RotaryConfig& config, int d_head);

/**
 * By how much heads turn at some places: cosine and sine of the place times each frequency, which take longer than turning.
 * All layers turn alike.
 */
template <typename Scalar> struct Rotation
{
    int first_place = 0;
    Matrix<Scalar> cosine, sine; ///< [places, d_head / 2]

    bool has(int place) const { return place >= first_place && place - first_place < cosine.rows(); }
};

template <typename Scalar>
Rotation<Scalar> rotation(const std::vector<double>& frequencies, int first_place, int places);

/**
 * Turns every head in place: columns i and i + d_head/2 of a head at a place by the place times frequency i.
 * \param row  [1, heads · d_head]
 * \param place  one that the rotation has
 */
template <typename Scalar> void turn(MatrixView<Scalar> row, const Rotation<Scalar>& rotation, int place);

/**
 * The bucket of the distance from a query to a key: half of the buckets are single distances, the others grow
 * logarithmically (Raffel et al. 2020, section 2.1). A causal model uses all buckets for what lies before the query.
 */
int relativeBucket(const RelativeConfig& config, int query, int key, bool is_causal);

} // namespace glassformer
