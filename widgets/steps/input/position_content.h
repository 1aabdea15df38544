#pragma once

#include "core/text/encoding.h"
#include "core/trace/record/tensor_slice.h"
#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/wave_painter.h"

#include <vector>

namespace glassformer {

// What pictures of the encoding of positions show; positions: [positions, d_model].

/** A fast component over all positions, slower ones, and the one that is looked at. */
std::vector<Wave> wavesOf(const MatrixSlice& positions, int dimension);

/** How alike every two positions are: the cosine of their encodings. It takes the square of their number. */
HeatmapContent likenessContent(const MatrixSlice& positions, const std::vector<Token>& tokens);
inline constexpr int most_compared = 400; ///< positions: more take longer than a frame

} // namespace glassformer
