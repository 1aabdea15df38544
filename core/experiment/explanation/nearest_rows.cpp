#include "core/experiment/explanation/nearest_rows.h"

#include "core/tensor/matrix.h"

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

double cosine(std::span<const float> left, std::span<const float> right)
{
    double dot = 0;
    double left_square = 0;
    double right_square = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        dot += double(left[i]) * double(right[i]);
        left_square += double(left[i]) * double(left[i]);
        right_square += double(right[i]) * double(right[i]);
    }
    const double length = std::sqrt(left_square * right_square);
    return length > 0 ? dot / length : 0;
}

} // namespace

std::vector<NearRow> nearestRows(const MatrixSlice& table, std::span<const float> vector, int count)
{
    std::vector<NearRow> rows;
    if (vector.size() != std::size_t(table.columns))
        return rows;
    for (int row = 0; row < table.rows; ++row)
        rows.push_back({row, cosine(table.row(row), vector)});
    std::stable_sort(
        rows.begin(), rows.end(), [](const NearRow& a, const NearRow& b) { return a.cosine > b.cosine; });
    rows.resize(std::min(rows.size(), std::size_t(std::max(0, count))));
    return rows;
}

CosineExplanation explainCosine(const MatrixSlice& table, int left, int right)
{
    CosineExplanation result;
    double left_square = 0, right_square = 0;
    for (int i = 0; i < table.columns; ++i) {
        result.dot += double(table(left, i)) * double(table(right, i));
        left_square += double(table(left, i)) * double(table(left, i));
        right_square += double(table(right, i)) * double(table(right, i));
    }
    result.left_length = std::sqrt(left_square);
    result.right_length = std::sqrt(right_square);
    result.cosine = cosine(table.row(left), table.row(right));
    return result;
}

std::vector<float> cosinesOf(const MatrixSlice& rows)
{
    using Table = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Table unit = Eigen::Map<const Table>(rows.data, rows.rows, rows.columns);
    for (Eigen::Index row = 0; row < unit.rows(); ++row)
        if (const float length = unit.row(row).norm(); length > 0)
            unit.row(row) /= length;
    std::vector<float> cosines(std::size_t(rows.rows) * std::size_t(rows.rows));
    Eigen::Map<Table>(cosines.data(), rows.rows, rows.rows).noalias() = unit * unit.transpose();
    return cosines;
}

} // namespace glassformer
