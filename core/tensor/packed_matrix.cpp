#include "core/tensor/packed_matrix.h"

#include "core/tensor/kernel/active_kernel.h"

#include <algorithm>
#include <cassert>

namespace glassformer {
namespace {

Eigen::Index roundedUp(Eigen::Index count, Eigen::Index step)
{
    return (count + step - 1) / step * step;
}

Eigen::Index strideOf(const RawMatrix& raw)
{
    return raw.stride > 0 ? raw.stride : raw.cols;
}

const char* address(const RawMatrix& raw, Eigen::Index row, Eigen::Index col)
{
    return static_cast<const char*>(raw.data) + (row * strideOf(raw) + col) * bytesOf(raw.format);
}

RawMatrix rawOf(const ConstMatrixView<float>& weights)
{
    return {
        weights.data(), NumberFormat::Float32, weights.rows(), weights.cols(), weights.outerStride(), false};
}

} // namespace

PackedMatrix::PackedMatrix(Eigen::Index rows, Eigen::Index cols, NumberFormat format)
    : m_kernel(&kernel::activeTable())
    , m_format(format)
    , m_rows(rows)
    , m_cols(cols)
{
    assert(m_kernel->panel_columns <= kernel::most_panel_columns);
    // A product that begins inside a panel reads one register further.
    const std::size_t all = stored().panelBytes(rows, roundedUp(cols, m_kernel->lanes));
    m_values = FloatStorage(all / sizeof(float) + m_kernel->lanes);
}

PackedMatrix::PackedMatrix(ConstMatrixView<float> weights)
    : PackedMatrix(rawOf(weights))
{
}

PackedMatrix::PackedMatrix(const RawMatrix& weights)
    : PackedMatrix(weights.transposed ? weights.cols : weights.rows,
        weights.transposed ? weights.rows : weights.cols, weights.format)
{
    fill(0, 0, weights);
}

const kernel::StoredType& PackedMatrix::stored() const
{
    return m_kernel->stored[static_cast<int>(m_format)];
}

Eigen::Index PackedMatrix::panelColumns() const
{
    return m_kernel->panel_columns;
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

const char* PackedMatrix::panel(Eigen::Index col) const
{
    const auto whole = static_cast<std::size_t>(col / m_kernel->panel_columns);
    return reinterpret_cast<const char*>(m_values.data())
        + whole * stored().panelBytes(m_rows, m_kernel->panel_columns);
}

kernel::PanelPlace PackedMatrix::place(Eigen::Index row, Eigen::Index col) const
{
    // Only fill() writes there.
    return {const_cast<char*>(panel(col)), panelWidth(col), row, col % m_kernel->panel_columns};
}

void PackedMatrix::fill(Eigen::Index first_row, Eigen::Index first_column, const RawMatrix& part)
{
    const Eigen::Index terms = part.transposed ? part.cols : part.rows;
    const ColumnRange columns{first_column, part.transposed ? part.rows : part.cols};
    assert(part.format == m_format && first_row % 2 == 0);
    assert(first_row >= 0 && first_row + terms <= m_rows && (terms % 2 == 0 || first_row + terms == m_rows));
    assert(first_column >= 0 && first_column + columns.count <= m_cols);
    if (terms == 0 || columns.count == 0)
        return;
    const Eigen::Index stride = strideOf(part);
    if (m_kernel->cut.cutRows)
        for (Eigen::Index row = 0; row < part.rows; ++row)
            if (!stored().canBeCut(address(part, row, 0), part.cols))
                m_can_be_cut.is_up.store(false, std::memory_order_relaxed);
    for (Eigen::Index i = 0; i < panelCount(columns); ++i) {
        const ColumnRange some = insidePanel(columns, i);
        const Eigen::Index at = some.first - first_column;
        const kernel::PanelPlace to = place(first_row, some.first);
        if (part.transposed)
            stored().packColumns(address(part, at, 0), stride, terms, some.count, to);
        else
            stored().packRows(address(part, 0, at), stride, terms, some.count, to);
    }
}

float PackedMatrix::at(Eigen::Index row, Eigen::Index col) const
{
    assert(row >= 0 && row < m_rows && col >= 0 && col < m_cols);
    float value = 0;
    stored().read(place(row, col), 1, 1, &value);
    return value;
}

void PackedMatrix::row(Eigen::Index index, std::span<float> values) const
{
    assert(static_cast<Eigen::Index>(values.size()) == m_cols && index >= 0 && index < m_rows);
    for (Eigen::Index j = 0; j < m_cols; j += m_kernel->panel_columns)
        stored().read(place(index, j), 1, std::min(m_kernel->panel_columns, m_cols - j), values.data() + j);
}

void PackedMatrix::column(Eigen::Index index, std::span<float> values) const
{
    assert(static_cast<Eigen::Index>(values.size()) == m_rows && index >= 0 && index < m_cols);
    stored().read(place(0, index), m_rows, 1, values.data());
}

Matrix<float> PackedMatrix::unpacked() const
{
    Matrix<float> whole(m_rows, m_cols);
    for (Eigen::Index i = 0; i < m_rows; ++i)
        row(i, {whole.row(i).data(), static_cast<std::size_t>(m_cols)});
    return whole;
}

} // namespace glassformer
