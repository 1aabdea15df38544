#include "core/experiment/explanation/head_vector.h"

#include "core/model/blocks/position.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

/** Pair i of the vector, its components i and i + half, turned by so many radians times `direction`. */
std::vector<float> turned(std::span<const float> vector, const std::vector<double>& angles, double direction)
{
    std::vector<float> result(vector.begin(), vector.end());
    for (std::size_t i = 0; i < angles.size(); ++i) {
        const double x = double(vector[i]), y = double(vector[i + angles.size()]);
        const double cosine = std::cos(angles[i]), sine = std::sin(angles[i]) * direction;
        result[i] = float(x * cosine - y * sine);
        result[i + angles.size()] = float(x * sine + y * cosine);
    }
    return result;
}

} // namespace

HeadVector headVectorOf(const Trace& trace, const AttentionCell& cell, AttentionPart part)
{
    HeadVector result;
    const bool is_query = part == AttentionPart::Query;
    const AttentionPart before = is_query ? AttentionPart::ProjectedQuery : AttentionPart::ProjectedKey;
    const auto slice = [&](AttentionPart which) {
        return headOf(trace, attentionTensor(cell.site, cell.layer, which), cell.head);
    };
    const MatrixSlice projected = slice(before), finished = slice(part);
    const int row = is_query ? cell.query : cell.key;
    if (row < 0 || row >= projected.rows || row >= finished.rows || projected.columns != finished.columns)
        return result;
    const std::span<const float> from = projected.row(row), to = finished.row(row);
    result.projected.assign(from.begin(), from.end());
    const ModelConfig& config = trace.config;
    if (config.position_kind == PositionKind::Rotary && cell.site != AttentionSite::DecoderCross
        && !arePositionsOff(trace.changes, cell.site))
        for (const double frequency : rotaryFrequencies(config.rotary, projected.columns))
            result.angles.push_back(placeOf(trace.changes, cell.site, row) * frequency);
    if (!config.query_key_norm) {
        result.normed = result.projected;
        return result;
    }
    double squares = 0;
    for (const float number : from)
        squares += double(number) * double(number);
    result.root_mean_square = std::sqrt(squares / projected.columns + config.norm_epsilon);
    // A turn is undone by turning back; the gains of the norm are not part of a run.
    result.normed = turned(to, result.angles, -1);
    return result;
}

double errorOfTurn(const HeadVector& vector, std::span<const float> finished)
{
    const std::vector<float> again = turned(vector.normed, vector.angles, 1);
    double error = 0;
    for (std::size_t i = 0; i < again.size() && i < finished.size(); ++i)
        error = std::max(error, std::abs(double(again[i]) - double(finished[i])));
    return error;
}

} // namespace glassformer
