#include "widgets/paint/attention/heatmap_content.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace glassformer {
namespace {

constexpr std::int32_t sign_off = 0x7fffffff, infinity = 0x7f800000;

// The bits of a size without the last 18 of its fraction: 32 steps from each power of two to the next.
constexpr int coarse = 18;
constexpr std::size_t coarse_sizes = std::size_t(infinity >> coarse);

std::int32_t sizeBits(float value)
{
    return std::bit_cast<std::int32_t>(value) & sign_off;
}

/** See sizeOfMost(); `largest` is the largest size of them. */
double limitOfMost(const std::vector<float>& values, double largest)
{
    constexpr double most = 0.95, beyond_most = 2, far_out = 2;
    std::array<int, coarse_sizes> counts{};
    std::int64_t all = 0;
    for (const float value : values)
        if (const std::int32_t size = sizeBits(value); size > 0 && size < infinity) {
            ++counts[std::size_t(size >> coarse)];
            ++all;
        }
    if (all == 0)
        return largest;
    std::int64_t below = 0;
    std::size_t size = 0;
    while (size + 1 < coarse_sizes && (below += counts[size]) < std::int64_t(std::ceil(most * double(all))))
        ++size;
    const double limit = beyond_most * double(std::bit_cast<float>(std::int32_t(size + 1) << coarse));
    return largest > far_out * limit ? limit : largest;
}

} // namespace

AxisLabel withNext(const AxisLabel& label, const QString& next)
{
    const QString between = QStringLiteral(" → ");
    return {
        label.text + between + next, label.is_faint, LabelJoint{label.text.size(), between.size(), false}};
}

AxisLabel withOther(const AxisLabel& label, const AxisLabel& other)
{
    return {label.text + u'/' + other.text, label.is_faint && other.is_faint,
        LabelJoint{label.text.size(), 1, true}};
}

bool HeatmapContent::isLaidOutAs(const HeatmapContent& other) const
{
    return rows == other.rows && columns == other.columns && column_kind == other.column_kind
        && has_colour_bar == other.has_colour_bar && (shared_limit > 0) == (other.shared_limit > 0)
        && rows_sum_to_one == other.rows_sum_to_one && farthest.has_value() == other.farthest.has_value()
        && keeps_legend_room == other.keeps_legend_room && row_labels == other.row_labels
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
    return content.has_colour_bar
        && (content.keeps_legend_room || content.farthest || noNumbers(content) > 0
            || !rowsWithOtherSum(content).empty());
}

double largestSize(const std::vector<float>& values)
{
    // Sizes are ordered as their bits are; those of infinity are the first behind the finite ones.
    std::int32_t largest = 0;
    for (const float value : values) {
        const std::int32_t size = sizeBits(value);
        const std::int32_t finite = size < infinity ? size : 0;
        largest = finite > largest ? finite : largest;
    }
    return largest > 0 ? double(std::bit_cast<float>(largest)) : 1;
}

double sizeOfMost(const std::vector<float>& values)
{
    return limitOfMost(values, largestSize(values));
}

void endColoursAtMost(HeatmapContent& content)
{
    const double largest = largestSize(content.values);
    content.limit = limitOfMost(content.values, largest);
    content.farthest = content.limit < largest ? std::optional(largest) : std::nullopt;
}

bool isBeyond(const HeatmapContent& content, float value)
{
    return content.farthest && std::isfinite(value) && std::abs(double(value)) > content.usedLimit();
}

int numbersBeyond(const HeatmapContent& content)
{
    if (!content.farthest)
        return 0;
    return int(std::count_if(
        content.values.begin(), content.values.end(), [&](float value) { return isBeyond(content, value); }));
}

} // namespace glassformer
