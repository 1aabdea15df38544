#include "core/tensor/packed_matrix.h"

#include "core/tensor/active_kernel.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

namespace glassformer {
namespace {

/** The widest panel of any instruction set. */
constexpr Eigen::Index most_panel_columns = 48;
/** Terms that are widened and turned at a time. */
constexpr Eigen::Index strip_terms = 128;
/** Rows that one product does with every panel before the next rows: so many that they stay in the second cache. */
constexpr Eigen::Index block_rows = 256;

Eigen::Index roundedUp(Eigen::Index count, Eigen::Index step)
{
    return (count + step - 1) / step * step;
}

Eigen::Index bytesOf(NumberFormat format)
{
    return format == NumberFormat::Float32 ? 4 : 2;
}

const char* address(const RawMatrix& raw, Eigen::Index row, Eigen::Index col)
{
    const Eigen::Index stride = raw.stride > 0 ? raw.stride : raw.cols;
    return static_cast<const char*>(raw.data) + (row * stride + col) * bytesOf(raw.format);
}

void widen(const kernel::Table& table, NumberFormat format, const char* from, float* to, Eigen::Index count)
{
    switch (format) {
    case NumberFormat::Float32:
        std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
        return;
    case NumberFormat::Float16:
        return table.widenHalf(from, to, count);
    case NumberFormat::BFloat16:
        return table.widenBFloat(from, to, count);
    }
}

RawMatrix rawOf(const ConstMatrixView<float>& weights, bool transposed)
{
    return {weights.data(), NumberFormat::Float32, weights.rows(), weights.cols(), weights.outerStride(),
        transposed};
}

} // namespace

PackedMatrix::PackedMatrix(Eigen::Index rows, Eigen::Index cols)
    : m_kernel(&kernel::activeTable())
    , m_rows(rows)
    , m_cols(cols)
    // A product that begins inside a panel reads one register further.
    , m_values(static_cast<std::size_t>(rows) * roundedUp(cols, m_kernel->lanes) + m_kernel->lanes)
{
    assert(m_kernel->panel_columns <= most_panel_columns);
}

PackedMatrix::PackedMatrix(ConstMatrixView<float> weights)
    : PackedMatrix(rawOf(weights, false))
{
}

PackedMatrix::PackedMatrix(const RawMatrix& weights)
    : PackedMatrix(
        weights.transposed ? weights.cols : weights.rows, weights.transposed ? weights.rows : weights.cols)
{
    fill(0, weights);
}

PackedMatrix PackedMatrix::fromTransposed(ConstMatrixView<float> weights)
{
    return PackedMatrix(rawOf(weights, true));
}

Eigen::Index PackedMatrix::panelCount(ColumnRange columns) const
{
    const Eigen::Index step = m_kernel->panel_columns;
    return (columns.first + columns.count + step - 1) / step - columns.first / step;
}

ColumnRange PackedMatrix::insidePanel(ColumnRange columns, Eigen::Index i) const
{
    const Eigen::Index step = m_kernel->panel_columns;
    const Eigen::Index panel = columns.first / step + i;
    const Eigen::Index begin = std::max(panel * step, columns.first);
    return {begin, std::min((panel + 1) * step, columns.first + columns.count) - begin};
}

Eigen::Index PackedMatrix::panelWidth(Eigen::Index col) const
{
    const Eigen::Index begin = col - col % m_kernel->panel_columns;
    return std::min(m_kernel->panel_columns, roundedUp(m_cols - begin, m_kernel->lanes));
}

float* PackedMatrix::place(Eigen::Index row, Eigen::Index col)
{
    return const_cast<float*>(std::as_const(*this).place(row, col));
}

const float* PackedMatrix::place(Eigen::Index row, Eigen::Index col) const
{
    const Eigen::Index inside = col % m_kernel->panel_columns;
    const Eigen::Index begin = col - inside;
    return m_values.data() + begin * m_rows + row * panelWidth(col) + inside;
}

void PackedMatrix::fill(Eigen::Index first_column, const RawMatrix& part)
{
    const Eigen::Index count = part.transposed ? part.rows : part.cols;
    assert((part.transposed ? part.cols : part.rows) == m_rows);
    assert(first_column >= 0 && first_column + count <= m_cols);
    if (count == 0 || m_rows == 0)
        return;
    const ColumnRange columns{first_column, count};
    parallelFor(panelCount(columns), [&](std::ptrdiff_t i) {
        const ColumnRange some = insidePanel(columns, i);
        if (part.transposed)
            fillFromRows(some, part, some.first - first_column);
        else
            fillFromColumns(some, part, some.first - first_column);
    });
}

void PackedMatrix::fillFromColumns(ColumnRange columns, const RawMatrix& part, Eigen::Index part_column)
{
    const Eigen::Index width = panelWidth(columns.first);
    float* to = place(0, columns.first);
    for (Eigen::Index p = 0; p < m_rows; ++p, to += width)
        widen(*m_kernel, part.format, address(part, p, part_column), to, columns.count);
}

void PackedMatrix::fillFromRows(ColumnRange columns, const RawMatrix& part, Eigen::Index part_row)
{
    std::array<float, most_panel_columns * strip_terms> strip;
    const Eigen::Index width = panelWidth(columns.first);
    for (Eigen::Index p = 0; p < m_rows; p += strip_terms) {
        const Eigen::Index terms = std::min(strip_terms, m_rows - p);
        for (Eigen::Index j = 0; j < columns.count; ++j)
            widen(*m_kernel, part.format, address(part, part_row + j, p), strip.data() + j * strip_terms,
                terms);
        m_kernel->packColumns(
            strip.data(), strip_terms, terms, columns.count, width, place(p, columns.first));
    }
}

float PackedMatrix::at(Eigen::Index row, Eigen::Index col) const
{
    assert(row >= 0 && row < m_rows && col >= 0 && col < m_cols);
    return *place(row, col);
}

void PackedMatrix::row(Eigen::Index index, std::span<float> values) const
{
    assert(static_cast<Eigen::Index>(values.size()) == m_cols && index >= 0 && index < m_rows);
    for (Eigen::Index j = 0; j < m_cols; j += m_kernel->panel_columns)
        std::copy_n(place(index, j), std::min(m_kernel->panel_columns, m_cols - j), values.data() + j);
}

void PackedMatrix::column(Eigen::Index index, std::span<float> values) const
{
    assert(static_cast<Eigen::Index>(values.size()) == m_rows && index >= 0 && index < m_cols);
    const Eigen::Index width = panelWidth(index);
    const float* from = place(0, index);
    for (float& value : values) {
        value = *from;
        from += width;
    }
}

Matrix<float> PackedMatrix::unpacked() const
{
    Matrix<float> whole(m_rows, m_cols);
    for (Eigen::Index i = 0; i < m_rows; ++i)
        row(i, {whole.row(i).data(), static_cast<std::size_t>(m_cols)});
    return whole;
}

void multiply(ConstMatrixView<float> x, const PackedMatrix& w, MatrixView<float> out, const float* bias)
{
    multiply(x, w, {0, w.cols()}, out, bias);
}

void multiply(ConstMatrixView<float> x, const PackedMatrix& w, ColumnRange columns, MatrixView<float> out,
    const float* bias)
{
    assert(x.cols() == w.rows() && out.rows() == x.rows() && out.cols() == columns.count);
    assert(columns.first >= 0 && columns.first + columns.count <= w.cols());
    if (out.size() == 0)
        return;
    if (w.rows() == 0) {
        out.setZero();
        if (bias)
            out.rowwise() += Eigen::Map<const RowVector<float>>(bias, columns.count);
        return;
    }
    // Neighbouring panels go to one thread, which fetches the next while it computes.
    const Eigen::Index panels = w.panelCount(columns);
    const Eigen::Index together = std::clamp<Eigen::Index>(panels / (4 * threadCount()), 1, 16);
    const Eigen::Index groups = (panels + together - 1) / together;
    const Eigen::Index blocks = (x.rows() + block_rows - 1) / block_rows;
    parallelFor(groups * blocks, [&](std::ptrdiff_t piece) {
        const Eigen::Index first_row = piece / groups * block_rows;
        kernel::PanelProduct product;
        product.a = x.data() + first_row * x.outerStride();
        product.a_stride = x.outerStride();
        product.m = std::min(block_rows, x.rows() - first_row);
        product.k = w.rows();
        product.out_stride = out.outerStride();
        const Eigen::Index first = piece % groups * together;
        for (Eigen::Index i = first; i < std::min(first + together, panels); ++i) {
            const ColumnRange some = w.insidePanel(columns, i);
            const Eigen::Index column = some.first - columns.first;
            product.panel = w.place(0, some.first);
            product.width = w.panelWidth(some.first);
            product.columns = some.count;
            product.out = out.data() + first_row * out.outerStride() + column;
            product.bias = bias ? bias + column : nullptr;
            w.m_kernel->multiplyPanel(product);
        }
    });
}

} // namespace glassformer
