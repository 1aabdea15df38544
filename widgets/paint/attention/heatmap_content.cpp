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

ColourScale colourScaleOf(const HeatmapContent& content, const FigureStyle& style)
{
    const double limit = content.usedLimit();
    const auto to = [&](const QColor& role) {
        return ColourScale::divergingTo(style.colours, role, limit, style.palette);
    };
    switch (content.colours) {
    case HeatmapColours::Weights:
        return ColourScale::sequential(style.colours, limit, style.palette);
    case HeatmapColours::Signed:
        break;
    case HeatmapColours::QueryRole:
        return to(style.palette.query);
    case HeatmapColours::KeyRole:
        return to(style.palette.key);
    case HeatmapColours::ValueRole:
        return to(style.palette.value);
    case HeatmapColours::HiddenRole:
        return to(style.palette.hidden);
    }
    return ColourScale::diverging(style.colours, limit, style.palette);
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
    const int rows = content.rows - (content.ends_with_sum ? 1 : 0); // that one sums to as many as it adds
    for (int row = 0; row < rows; ++row) {
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
