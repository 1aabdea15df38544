#include "core/experiment/explanation/embedding_map.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr double most_products = 2e11; ///< about half a minute of one processor

RowVector<float> meanRow(const RowBlocks& table, const JobWatch& watch)
{
    RowVector<double> sum = RowVector<double>::Zero(table.columns);
    table.forEach(
        watch, [&](int, const Matrix<float>& block) { sum += block.cast<double>().colwise().sum().eval(); });
    return (sum / std::max(1, table.rows)).cast<float>();
}

/** Sum over all rows of (x - mean)ᵀ(x - mean). */
Eigen::MatrixXd scatter(const RowBlocks& table, const RowVector<float>& mean, const JobWatch& watch)
{
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(table.columns, table.columns);
    table.forEach(watch, [&](int first, const Matrix<float>& block) {
        const Matrix<float> centred = block.rowwise() - mean;
        sum += (centred.transpose() * centred).cast<double>();
        if (watch.progress)
            watch.progress(std::uint64_t(first), std::uint64_t(table.rows));
    });
    return sum;
}

double cosine(const RowVector<float>& row, const RowVector<float>& vector)
{
    const double lengths = double(row.norm()) * double(vector.norm());
    return lengths > 0 ? double(row.dot(vector)) / lengths : 0;
}

bool isNearer(const NearRow& one, const NearRow& other)
{
    return one.cosine != other.cosine ? one.cosine > other.cosine : one.row < other.row;
}

std::vector<NearRow> allCosines(const RowBlocks& table, const RowVector<float>& vector, const JobWatch& watch)
{
    std::vector<NearRow> rows;
    table.forEach(watch, [&](int first, const Matrix<float>& block) {
        for (int i = 0; i < block.rows(); ++i)
            rows.push_back({first + i, cosine(block.row(i), vector)});
    });
    return rows;
}

bool isIn(std::span<const int> rows, int row)
{
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

std::vector<NearRow> nearestOf(std::vector<NearRow> rows, int count, std::span<const int> left_out)
{
    rows.erase(std::remove_if(
                   rows.begin(), rows.end(), [&](const NearRow& near) { return isIn(left_out, near.row); }),
        rows.end());
    const auto shown = static_cast<std::ptrdiff_t>(std::min(rows.size(), std::size_t(std::max(0, count))));
    std::partial_sort(rows.begin(), rows.begin() + shown, rows.end(), isNearer);
    rows.resize(std::size_t(shown));
    return rows;
}

} // namespace

PrincipalPlane principalPlane(const RowBlocks& table, const JobWatch& watch)
{
    PrincipalPlane plane;
    plane.points.resize(std::size_t(std::max(0, table.rows)));
    if (table.rows < 1 || table.columns < 1)
        return plane;
    const RowVector<float> mean = meanRow(table, watch);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> found(scatter(table, mean, watch));
    const double total = found.eigenvalues().sum();
    // Smallest first. A table that does not vary, or holds what is no number, has no plane: all lies in the middle.
    if (found.info() != Eigen::Success || !std::isfinite(total) || total <= 0)
        return plane;
    const int axes = std::min(2, table.columns);
    Matrix<float> directions(table.columns, axes);
    for (int axis = 0; axis < axes; ++axis) {
        Eigen::VectorXd direction = found.eigenvectors().col(table.columns - 1 - axis);
        Eigen::Index largest = 0;
        direction.cwiseAbs().maxCoeff(&largest);
        if (direction[largest] < 0)
            direction = -direction;
        directions.col(axis) = direction.cast<float>();
        plane.shares[std::size_t(axis)] =
            std::max(0.0, found.eigenvalues()[table.columns - 1 - axis]) / total;
    }
    table.forEach(watch, [&](int first, const Matrix<float>& block) {
        const Matrix<float> projected = (block.rowwise() - mean) * directions;
        for (int i = 0; i < projected.rows(); ++i)
            for (int axis = 0; axis < axes; ++axis)
                plane.points[std::size_t(first + i)][std::size_t(axis)] = projected(i, axis);
    });
    return plane;
}

bool hasPrincipalPlane(const ModelConfig& config)
{
    const double columns = config.d_embedding > 0 ? config.d_embedding : config.d_model;
    return config.vocabulary * columns * columns <= most_products;
}

std::unique_ptr<JobOf<PrincipalPlane>> embeddingMapJob(std::shared_ptr<const Model> model)
{
    return onePiece<PrincipalPlane>([table = embeddingRows(std::move(model))](
                                        const JobWatch& watch) { return principalPlane(table, watch); });
}

std::vector<NearRow> nearestInTable(const RowBlocks& table, const RowVector<float>& vector, int count,
    std::span<const int> left_out, const JobWatch& watch)
{
    return vector.size() == table.columns ? nearestOf(allCosines(table, vector, watch), count, left_out)
                                          : std::vector<NearRow>();
}

std::unique_ptr<JobOf<NearWords>> nearWordsJob(std::shared_ptr<const Model> model, int id, int count)
{
    return onePiece<NearWords>([table = embeddingRows(std::move(model)), id, count](const JobWatch& watch) {
        if (id < 0 || id >= table.rows)
            return NearWords{id, {}};
        return NearWords{id, nearestInTable(table, table.row(id), count, std::array{id}, watch)};
    });
}

AnalogyFound followAnalogy(const RowBlocks& table, const Analogy& analogy, int count, const JobWatch& watch)
{
    const std::array given{analogy.plus, analogy.minus, analogy.added};
    const RowVector<float> arrived =
        table.row(analogy.plus) - table.row(analogy.minus) + table.row(analogy.added);
    const std::vector<NearRow> rows = allCosines(table, arrived, watch);
    const NearRow& expected = rows.at(std::size_t(analogy.expected));
    AnalogyFound found;
    found.cosine = expected.cosine;
    found.rank_among_all = found.rank = 1;
    for (const NearRow& row : rows)
        if (isNearer(row, expected)) {
            ++found.rank_among_all;
            found.rank += isIn(given, row.row) ? 0 : 1;
        }
    if (isIn(given, analogy.expected))
        found.rank = 0;
    found.nearest = nearestOf(rows, count, given);
    return found;
}

} // namespace glassformer
