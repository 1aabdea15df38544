#include "core/tensor/packed_matrix.h"

#include "core/tensor/kernel/active_kernel.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace glassformer {
namespace {

/** A result of so many numbers, 2 MB, is gone from the second cache before anybody reads it. */
constexpr Eigen::Index large_result = 512 * 1024;

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

/**
 * The rows of a factor as the kernel wants them cut, as many as stay in the second cache with the weights that they
 * meet. Each thread has one place for them and keeps it, since fresh memory costs as much as the cutting.
 */
class CutRows
{
public:
    /** Rows of k floats that fit, whole blocks up to `most`; none: they are not to be cut. */
    static Eigen::Index capacity(const kernel::Cutting& cut, Eigen::Index k, Eigen::Index most)
    {
        if (!cut.cutRows)
            return 0;
        const auto fitting = static_cast<Eigen::Index>(most_parts / cut.rowParts(block_rows, k));
        return std::min(fitting * block_rows, most);
    }

    /** \param x  up to capacity() rows; they stand there until this thread cuts others */
    CutRows(const kernel::Cutting& cut, ConstMatrixView<float> x)
    {
        thread_local FloatStorage parts(most_parts * sizeof(unsigned short) / sizeof(float));
        thread_local std::array<bool, kernel::most_panel_rows> is_cut;
        m_parts = reinterpret_cast<unsigned short*>(parts.data());
        m_is_cut = is_cut.data();
        m_step = static_cast<Eigen::Index>(cut.rowParts(x.rows(), 1));
        constexpr Eigen::Index worthwhile = 32 * 1024;
        parallelForIf(
            x.size() >= worthwhile, (x.rows() + block_rows - 1) / block_rows, [&](std::ptrdiff_t block) {
                const Eigen::Index first = block * block_rows;
                cut.cutRows(x.data() + first * x.outerStride(), x.outerStride(),
                    std::min(block_rows, x.rows() - first), x.cols(),
                    m_parts + static_cast<std::size_t>(block) * cut.rowParts(block_rows, 1), m_step,
                    m_is_cut + first);
            });
    }

    void tell(kernel::PanelProduct& product) const
    {
        product.row_parts = m_parts;
        product.row_parts_step = m_step;
        product.is_cut = m_is_cut;
    }

private:
    static constexpr Eigen::Index block_rows = 16;
    static constexpr std::size_t most_parts = 1024 * 1024;

    unsigned short* m_parts = nullptr;
    bool* m_is_cut = nullptr;
    Eigen::Index m_step = 0;
};

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
    const kernel::Cutting& cut = w.m_kernel->cut;
    const Eigen::Index cut_rows = w.m_can_be_cut.is_up.load(std::memory_order_relaxed)
        ? CutRows::capacity(cut, x.cols(), kernel::most_panel_rows)
        : 0;
    const Eigen::Index rows_at_once = cut_rows > 0 ? cut_rows : kernel::most_panel_rows;
    for (Eigen::Index first = 0; first < x.rows(); first += rows_at_once) {
        const Eigen::Index rows = std::min(rows_at_once, x.rows() - first);
        kernel::PanelProduct product;
        product.a = x.data() + first * x.outerStride();
        product.a_stride = x.outerStride();
        product.m = rows;
        product.k = w.rows();
        product.out = out.data() + first * out.outerStride();
        product.out_stride = out.outerStride();
        product.bias = bias;
        product.is_out_large = out.size() >= large_result;
        if (cut_rows > 0)
            CutRows(cut, x.middleRows(first, rows)).tell(product);
        w.multiplyPanels(product, columns);
    }
}

void PackedMatrix::multiplyPanels(const kernel::PanelProduct& rows, ColumnRange columns) const
{
    // Neighbouring panels go to one thread, which fetches the next while it computes.
    const Eigen::Index panels = panelCount(columns);
    const Eigen::Index together = std::clamp<Eigen::Index>(panels / (4 * threadCount()), 1, 16);
    parallelFor((panels + together - 1) / together, [&](std::ptrdiff_t piece) {
        const Eigen::Index first = piece * together;
        for (Eigen::Index i = first; i < std::min(first + together, panels); ++i) {
            const ColumnRange some = insidePanel(columns, i);
            kernel::PanelProduct product = rows;
            product.panel = panel(some.first);
            product.first_column = some.first % m_kernel->panel_columns;
            product.width = panelWidth(some.first);
            product.columns = some.count;
            product.out += some.first - columns.first;
            if (product.bias)
                product.bias += some.first - columns.first;
            stored().multiplyPanel(product);
        }
    });
}

} // namespace glassformer
