#include "widgets/paint/heatmap_content.h"

#include <algorithm>
#include <cmath>

namespace glassformer {

ColourScale colourScaleOf(const HeatmapContent& content, ColourMapKind weights_map, const Palette& palette)
{
    switch (content.colours) {
    case HeatmapColours::Weights:
        return ColourScale::sequential(weights_map, content.limit, palette);
    case HeatmapColours::Signed:
        return ColourScale::diverging(content.limit, palette);
    case HeatmapColours::QueryRole:
        return ColourScale::divergingTo(palette.query, content.limit, palette);
    case HeatmapColours::KeyRole:
        return ColourScale::divergingTo(palette.key, content.limit, palette);
    case HeatmapColours::ValueRole:
        return ColourScale::divergingTo(palette.value, content.limit, palette);
    case HeatmapColours::HiddenRole:
        return ColourScale::divergingTo(palette.hidden, content.limit, palette);
    }
    return ColourScale::diverging(content.limit, palette);
}

bool isNoNumber(float value)
{
    return std::isnan(value) || (std::isinf(value) && value > 0);
}

int noNumbers(const HeatmapContent& content)
{
    return static_cast<int>(std::count_if(content.values.begin(), content.values.end(), isNoNumber));
}

double largestSize(const std::vector<float>& values)
{
    double largest = 0;
    for (const float value : values) {
        if (std::isfinite(value))
            largest = std::max(largest, double(std::abs(value)));
    }
    return largest > 0 ? largest : 1;
}

} // namespace glassformer
