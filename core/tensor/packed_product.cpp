#include "core/tensor/kernel/active_kernel.h"
#include "core/tensor/packed_matrix.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <vector>

namespace glassformer {
namespace {

/** A result of so many numbers, 2 MB, is gone from the second cache before anybody reads it. */
constexpr Eigen::Index large_result = 512 * 1024;

/** Products of less multiplications are done before another thread has seen that there is work. */
constexpr Eigen::Index worthwhile_product = 64 * 1024;

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

} // namespace

/** Products of the same rows with columns of packed matrices, shared out together. */
class PackedProduct
{
public:
    explicit PackedProduct(const ConstMatrixView<float>& x)
        : m_x(x)
    {
    }

    void add(const PackedMatrix& w, ColumnRange columns, MatrixView<float>& out, const float* bias)
    {
        assert(m_x.cols() == w.rows() && out.rows() == m_x.rows() && out.cols() == columns.count);
        assert(columns.first >= 0 && columns.first + columns.count <= w.cols());
        if (out.size() == 0)
            return;
        if (w.rows() == 0) {
            out.setZero();
            if (bias)
                out.rowwise() += Eigen::Map<const RowVector<float>>(bias, columns.count);
            return;
        }
        m_parts.push_back({&w, columns, out.data(), out.outerStride(), bias, m_panels});
        m_panels += w.panelCount(columns);
        m_columns += columns.count;
    }

    void run() const
    {
        if (m_parts.empty())
            return;
        const kernel::Cutting& cut = m_parts.front().w->m_kernel->cut;
        const bool are_cut = std::any_of(m_parts.begin(), m_parts.end(), isCut);
        const Eigen::Index cut_rows =
            are_cut ? CutRows::capacity(cut, m_x.cols(), kernel::most_panel_rows) : 0;
        const Eigen::Index rows_at_once = cut_rows > 0 ? cut_rows : kernel::most_panel_rows;
        for (Eigen::Index first = 0; first < m_x.rows(); first += rows_at_once) {
            const auto x = m_x.middleRows(first, std::min(rows_at_once, m_x.rows() - first));
            kernel::PanelProduct product;
            product.a = x.data();
            product.a_stride = x.outerStride();
            product.m = x.rows();
            product.k = x.cols();
            if (cut_rows == 0)
                runRows(product, product, first);
            else {
                kernel::PanelProduct cut_product = product;
                CutRows(cut, x).tell(cut_product);
                runRows(product, cut_product, first);
            }
        }
    }

private:
    struct Part
    {
        const PackedMatrix* w;
        ColumnRange columns;
        float* out;
        Eigen::Index out_stride;
        const float* bias;
        Eigen::Index first_panel; ///< counted over all parts
    };

    static bool isCut(const Part& part) { return part.w->m_can_be_cut.is_up.load(std::memory_order_relaxed); }

    /** Some rows by all panels: as they are, and cut, for those that can be cut. */
    void runRows(
        const kernel::PanelProduct& rows, const kernel::PanelProduct& cut_rows, Eigen::Index first_row) const
    {
        const bool is_worthwhile = rows.m * rows.k * m_columns >= worthwhile_product;
        parallelForIf(is_worthwhile, m_panels, [&](std::ptrdiff_t panel) {
            const auto part = std::prev(std::upper_bound(m_parts.begin(), m_parts.end(), panel,
                [](Eigen::Index at, const Part& some) { return at < some.first_panel; }));
            kernel::PanelProduct product = isCut(*part) ? cut_rows : rows;
            product.out = part->out + first_row * part->out_stride;
            product.out_stride = part->out_stride;
            product.bias = part->bias;
            product.is_out_large = m_x.rows() * part->columns.count >= large_result;
            part->w->multiplyPanel(product, part->columns, panel - part->first_panel);
        });
    }

    const ConstMatrixView<float>& m_x;
    std::vector<Part> m_parts;
    Eigen::Index m_panels = 0; ///< of all parts
    Eigen::Index m_columns = 0;
};

void PackedMatrix::multiplyPanel(kernel::PanelProduct product, ColumnRange columns, Eigen::Index i) const
{
    const ColumnRange some = insidePanel(columns, i);
    product.panel = panel(some.first);
    product.first_column = some.first % m_kernel->panel_columns;
    product.width = panelWidth(some.first);
    product.columns = some.count;
    product.out += some.first - columns.first;
    if (product.bias)
        product.bias += some.first - columns.first;
    stored().multiplyPanel(product);
}

void multiply(ConstMatrixView<float> x, const PackedMatrix& w, MatrixView<float> out, const float* bias)
{
    multiply(x, w, {0, w.cols()}, out, bias);
}

void multiply(ConstMatrixView<float> x, const PackedMatrix& w, ColumnRange columns, MatrixView<float> out,
    const float* bias)
{
    PackedProduct product(x);
    product.add(w, columns, out, bias);
    product.run();
}

void multiply(ConstMatrixView<float> x, std::span<PackedFactor> factors)
{
    PackedProduct product(x);
    for (PackedFactor& factor : factors)
        product.add(factor.w, {0, factor.w.cols()}, factor.out, factor.bias);
    product.run();
}

void multiplyByTransposed(ConstMatrixView<float> x, const PackedMatrix& w, MatrixView<float> out, Write write)
{
    assert(x.cols() == w.cols() && out.rows() == x.rows() && out.cols() == w.rows());
    constexpr Eigen::Index unit = 48,
                           numbers = 128 * 1024; // of the kernels' panels, and for the second cache
    const Eigen::Index step =
        std::max<Eigen::Index>(numbers / std::max<Eigen::Index>(w.cols(), 1) / unit, 1) * unit;
    parallelFor((w.rows() + step - 1) / step, [&](std::ptrdiff_t piece) {
        const Eigen::Index first = piece * step;
        Matrix<float> rows(std::min(step, w.rows() - first), w.cols());
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            w.row(first + i, {rows.row(i).data(), static_cast<std::size_t>(rows.cols())});
        multiplyByTransposed(x, rows, out.middleCols(first, rows.rows()), write);
    });
}

} // namespace glassformer
