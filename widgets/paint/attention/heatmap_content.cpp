#include "widgets/paint/attention/heatmap_content.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace glassformer {

bool HeatmapContent::isLaidOutAs(const HeatmapContent& other) const
{
    return rows == other.rows && columns == other.columns && column_kind == other.column_kind
        && has_colour_bar == other.has_colour_bar && (shared_limit > 0) == (other.shared_limit > 0)
        && rows_sum_to_one == other.rows_sum_to_one && row_labels == other.row_labels
        && column_labels == other.column_labels;
}

void offerSharedScale(std::span<HeatmapContent* const> maps)
{
    double largest = 0;
    for (const HeatmapContent* map : maps)
        largest = map->isEmpty() ? largest : std::max(largest, map->limit);
    for (HeatmapContent* map : maps)
        map->shared_limit = largest;
}

ColourScale colourScaleOf(const HeatmapContent& content, ColourMapKind weights_map, const Palette& palette)
{
    switch (content.colours) {
    case HeatmapColours::Weights:
        return ColourScale::sequential(weights_map, content.usedLimit(), palette);
    case HeatmapColours::Signed:
        return ColourScale::diverging(content.usedLimit(), palette);
    case HeatmapColours::QueryRole:
        return ColourScale::divergingTo(palette.query, content.usedLimit(), palette);
    case HeatmapColours::KeyRole:
        return ColourScale::divergingTo(palette.key, content.usedLimit(), palette);
    case HeatmapColours::ValueRole:
        return ColourScale::divergingTo(palette.value, content.usedLimit(), palette);
    case HeatmapColours::HiddenRole:
        return ColourScale::divergingTo(palette.hidden, content.usedLimit(), palette);
    }
    return ColourScale::diverging(content.usedLimit(), palette);
}

// A picture of a long text has a million cells: these loops are such that the compiler takes several at once.

int noNumbers(const HeatmapContent& content)
{
    int count = 0;
    for (const float value : content.values)
        count += isNoNumber(value);
    return count;
}

std::vector<int> rowsWithOtherSum(const HeatmapContent& content)
{
    std::vector<int> result;
    if (!content.rows_sum_to_one)
        return result;
    // A hundred weights rounded to two decimals may be half a unit off; what is further off is no rounding.
    constexpr double most_by_rounding = 0.02;
    for (int row = 0; row < content.rows; ++row) {
        double sum = 0;
        bool is_whole = true;
        for (int column = 0; column < content.columns; ++column) {
            const float value = content.at(row, column);
            is_whole = is_whole && !isNoNumber(value);
            sum += isMasked(value) ? 0 : double(value);
        }
        if (is_whole && std::abs(sum - 1) > most_by_rounding)
            result.push_back(row);
    }
    return result;
}

bool needsLegend(const HeatmapContent& content)
{
    return content.has_colour_bar && (noNumbers(content) > 0 || !rowsWithOtherSum(content).empty());
}

double largestSize(const std::vector<float>& values)
{
    // Sizes are ordered as their bits are; those of infinity are the first behind the finite ones.
    constexpr std::int32_t sign_off = 0x7fffffff, infinity = 0x7f800000;
    std::int32_t largest = 0;
    for (const float value : values) {
        const std::int32_t size = std::bit_cast<std::int32_t>(value) & sign_off;
        const std::int32_t finite = size < infinity ? size : 0;
        largest = finite > largest ? finite : largest;
    }
    return largest > 0 ? double(std::bit_cast<float>(largest)) : 1;
}

} // namespace glassformer
