#include "widgets/steps/input/position_content.h"

#include "core/experiment/explanation/nearest_rows.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

#include <algorithm>

namespace glassformer {

std::vector<Wave> wavesOf(const MatrixSlice& positions, int dimension)
{
    std::vector<int> dimensions{0, positions.columns / 8, positions.columns / 4, dimension};
    std::sort(dimensions.begin(), dimensions.end());
    dimensions.erase(std::unique(dimensions.begin(), dimensions.end()), dimensions.end());
    std::vector<Wave> waves;
    for (const int shown : dimensions) {
        if (shown < 0 || shown >= positions.columns)
            continue;
        Wave wave;
        wave.name = QCoreApplication::translate("glassformer::PositionView", "d %1").arg(shown);
        for (int position = 0; position < positions.rows; ++position)
            wave.values.push_back(double(positions(position, shown)));
        waves.push_back(std::move(wave));
    }
    return waves;
}

HeatmapContent likenessContent(const MatrixSlice& positions, const std::vector<Token>& tokens)
{
    HeatmapContent content;
    content.rows = content.columns = positions.rows;
    content.values = cosinesOf(positions);
    content.row_labels = content.column_labels = labelsOf(tokens);
    content.colours = HeatmapColours::Signed;
    content.shows_numbers = true;
    content.rows_are_queries = false;
    return content;
}

} // namespace glassformer
