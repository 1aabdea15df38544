#include "core/tensor/packed_matrix.h"

#include "core/tensor/active_kernel.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstring>
#include <utility>

namespace glassformer {
namespace {

/** The widest panel of any instruction set. */
constexpr Eigen::Index most_panel_columns = 64;
/** Terms that are widened and turned at a time. */
constexpr Eigen::Index strip_terms = 128;

/** A result of so many numbers, 2 MB, is gone from the second cache before anybody reads it. */
constexpr Eigen::Index large_result = 512 * 1024;

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
    : PackedMatrix(rawOf(weights))
{
}

PackedMatrix::PackedMatrix(const RawMatrix& weights)
    : PackedMatrix(
        weights.transposed ? weights.cols : weights.rows, weights.transposed ? weights.rows : weights.cols)
{
    fill(0, weights);
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
    std::atomic<bool> can_be_cut{m_can_be_cut};
    parallelFor(panelCount(columns), [&](std::ptrdiff_t i) {
        const ColumnRange some = insidePanel(columns, i);
        if (part.transposed)
            fillFromRows(some, part, some.first - first_column);
        else
            fillFromColumns(some, part, some.first - first_column);
        if (m_kernel->cut.canBeCut
            && !m_kernel->cut.canBeCut(place(0, some.first), panelWidth(some.first), m_rows, some.count))
            can_be_cut.store(false, std::memory_order_relaxed);
    });
    m_can_be_cut = can_be_cut;
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
    const kernel::Cutting& cut = w.m_kernel->cut;
    const Eigen::Index cut_rows =
        w.m_can_be_cut ? CutRows::capacity(cut, x.cols(), kernel::most_panel_rows) : 0;
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
            product.panel = place(0, some.first);
            product.width = panelWidth(some.first);
            product.columns = some.count;
            product.out += some.first - columns.first;
            if (product.bias)
                product.bias += some.first - columns.first;
            m_kernel->multiplyPanel(product);
        }
    });
}

} // namespace glassformer
