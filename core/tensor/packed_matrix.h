#pragma once

#include "core/tensor/float_storage.h"
#include "core/tensor/multiply.h"
#include "core/tensor/number_format.h"

#include <atomic>
#include <span>

namespace glassformer {

namespace kernel {
struct PanelPlace;
struct PanelProduct;
struct StoredType;
struct Table;
} // namespace kernel

/** Weights as a file holds them: raw numbers at any address, row after row. */
struct RawMatrix
{
    const void* data = nullptr;
    NumberFormat format = NumberFormat::Float32;
    Eigen::Index rows = 0; ///< as stored
    Eigen::Index cols = 0; ///< as stored
    Eigen::Index stride = 0; ///< numbers from one row to the next; 0: cols
    bool transposed = false; ///< stored [n, k], outputs first, as torch's Linear does; else [k, n]
};

/** Some columns of a matrix. */
struct ColumnRange
{
    Eigen::Index first = 0;
    Eigen::Index count = 0;
};

/**
 * The weights of a linear map, [k inputs, n outputs], in the order in which a product reads them: cut into panels of
 * as many columns as the registers of the processor at hand take, the last panel filled up with zeros. Made once when
 * a model is opened; numbers stay in the format of their file, and reading them back is possible and exact.
 */
class PackedMatrix
{
public:
    PackedMatrix() = default;
    /** All zero, to be filled. \throws std::bad_alloc */
    PackedMatrix(Eigen::Index rows, Eigen::Index cols, NumberFormat format = NumberFormat::Float32);
    /** From weights [k, n]. */
    explicit PackedMatrix(ConstMatrixView<float> weights);
    /** In the format of the weights. */
    explicit PackedMatrix(const RawMatrix& weights);

    /**
     * Writes a block of weights in the same format, from its first row and column on: some outputs of one of several
     * files, such as the keys' part of one matrix for queries, keys and values, or some inputs. Several threads may
     * fill different blocks at the same time.
     * \param first_row  even; only a block that ends with the last row has an odd number of rows
     */
    void fill(Eigen::Index first_row, Eigen::Index first_column, const RawMatrix& part);

    Eigen::Index rows() const { return m_rows; } ///< k
    Eigen::Index cols() const { return m_cols; } ///< n
    Eigen::Index size() const { return m_rows * m_cols; }
    NumberFormat format() const { return m_format; }
    std::size_t bytes() const { return m_values.size() * sizeof(float); } ///< memory taken, filling included
    /** Columns that lie together: blocks of so many outputs are filled fastest. */
    Eigen::Index panelColumns() const;

    float at(Eigen::Index row, Eigen::Index col) const;
    /** One row, n values: what one input adds to each output. */
    void row(Eigen::Index index, std::span<float> values) const;
    /** One column, k values: of an embedding table packed as [d_model, vocabulary], the vector of a token. */
    void column(Eigen::Index index, std::span<float> values) const;
    /** The whole matrix [k, n]. */
    Matrix<float> unpacked() const;

private:
    friend class PackedProduct;

    /** A flag that several threads may take down. */
    struct SharedFlag
    {
        std::atomic<bool> is_up{true};

        SharedFlag() = default;
        SharedFlag(const SharedFlag& other) noexcept // or a vector would copy layers instead of moving them
            : is_up(other.is_up.load(std::memory_order_relaxed))
        {
        }
        SharedFlag& operator=(const SharedFlag& other) noexcept
        {
            is_up.store(other.is_up.load(std::memory_order_relaxed), std::memory_order_relaxed);
            return *this;
        }
    };

    Eigen::Index panelCount(ColumnRange columns) const; ///< panels that hold some of these columns
    /** Those of the columns that lie in the i-th of these panels. */
    ColumnRange insidePanel(ColumnRange columns, Eigen::Index i) const;
    Eigen::Index panelWidth(Eigen::Index col) const; ///< numbers in a row of the panel that holds this column
    const kernel::StoredType& stored() const;
    const char* panel(Eigen::Index col) const; ///< the beginning of the one that holds this column
    kernel::PanelPlace place(Eigen::Index row, Eigen::Index col) const;
    /** The i-th panel of these columns; `product` holds what is the same for all of them. */
    void multiplyPanel(kernel::PanelProduct product, ColumnRange columns, Eigen::Index i) const;

    const kernel::Table* m_kernel = nullptr; ///< of the instruction set that was in use when it was made
    NumberFormat m_format = NumberFormat::Float32;
    Eigen::Index m_rows = 0;
    Eigen::Index m_cols = 0;
    SharedFlag m_can_be_cut; ///< see kernel::Cutting
    FloatStorage m_values;
};

/**
 * out = x·w + bias for every row of x, with x [m, k], w [k, n], out [m, n]; x and out may be blocks of larger
 * matrices and must not overlap. Works on up to threadCount() threads. Each result is the same for any number of
 * threads and of rows: a row alone gets the bits that it gets among others.
 * \param bias  n values; null: none
 */
void multiply(
    ConstMatrixView<float> x, const PackedMatrix& w, MatrixView<float> out, const float* bias = nullptr);

/** One of several products of the same rows; out and bias as above. */
struct PackedFactor
{
    const PackedMatrix& w;
    MatrixView<float> out;
    const float* bias = nullptr;
};

/** All of them, each as it is computed alone. The threads wait for each other only once: where rows are few, that pays. */
void multiply(ConstMatrixView<float> x, std::span<PackedFactor> factors);

/** The same with some columns of w: out [m, columns.count]; bias has columns.count values. */
void multiply(ConstMatrixView<float> x, const PackedMatrix& w, ColumnRange columns, MatrixView<float> out,
    const float* bias = nullptr);

/**
 * out = or += x·wᵀ, with x [m, n], w [k, n], out [m, k], as derivatives want it: w is widened some rows at a time, so that
 * it is never in memory twice. Equal to the product with the widened weights.
 */
void multiplyByTransposed(
    ConstMatrixView<float> x, const PackedMatrix& w, MatrixView<float> out, Write write = Write::Replace);

} // namespace glassformer
