#pragma once

#include "core/tensor/multiply.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

namespace glassformer {

/**
 * Rows that only grow at their end, such as keys and values of the tokens that were read. Copies share their rows: a copy
 * costs nothing, and the first that goes on writes behind them in place, in whatever thread. Only a full memory, or a
 * second one that goes on from the same rows, makes them be copied; a full one doubles.
 */
template <typename Scalar> class RememberedRows
{
public:
    Eigen::Index rows() const { return m_count; }
    Eigen::Index cols() const { return m_memory ? m_memory->rows.cols() : 0; }
    /** [rows(), cols()], valid until rows are added or this is gone. */
    ConstMatrixView<Scalar> view() const
    {
        if (!m_memory)
            return Eigen::Map<const Matrix<Scalar>>(nullptr, 0, 0);
        return m_memory->rows.topRows(m_count);
    }

    /** The same without the rows from `count` on; fewer are there: all. */
    RememberedRows top(Eigen::Index count) const
    {
        RememberedRows beginning = *this;
        beginning.m_count = std::min(count, m_count);
        return beginning;
    }

    void append(const Matrix<Scalar>& more)
    {
        const Eigen::Index all = m_count + more.rows();
        if (!m_memory || all > m_memory->rows.rows() || !claim(all))
            moveTo(m_count > 0 ? std::max(all, 2 * m_count) : all, more.cols(), all);
        m_memory->rows.middleRows(m_count, more.rows()) = more;
        m_count = all;
    }

private:
    struct Memory
    {
        Memory(Eigen::Index capacity, Eigen::Index cols, Eigen::Index taken_rows)
            : rows(capacity, cols)
            , taken(taken_rows)
        {
        }

        Matrix<Scalar> rows; ///< not all of them written
        std::atomic<Eigen::Index> taken; ///< rows that somebody has written or is about to write
    };

    /** Whether the rows behind these are free; then they are taken, up to `all`. */
    bool claim(Eigen::Index all)
    {
        Eigen::Index expected = m_count;
        return m_memory->taken.compare_exchange_strong(expected, all);
    }

    void moveTo(Eigen::Index capacity, Eigen::Index cols, Eigen::Index taken)
    {
        auto memory = std::make_shared<Memory>(capacity, cols, taken);
        if (m_count > 0)
            memory->rows.topRows(m_count) = m_memory->rows.topRows(m_count);
        m_memory = std::move(memory);
    }

    std::shared_ptr<Memory> m_memory;
    Eigen::Index m_count = 0;
};

/** Rows of a record: its own, or those that a cache remembers, which stay where they are. */
template <typename Scalar> class KeptRows
{
public:
    KeptRows() = default;
    KeptRows(Matrix<Scalar> own)
        : m_own(std::move(own))
    {
    }
    KeptRows(RememberedRows<Scalar> remembered)
        : m_remembered(std::move(remembered))
    {
    }

    Eigen::Index rows() const { return view().rows(); }
    Eigen::Index cols() const { return view().cols(); }
    /** Valid as long as this is there and not changed. */
    ConstMatrixView<Scalar> view() const
    {
        if (m_remembered.rows() > 0)
            return m_remembered.view();
        return m_own;
    }
    /** Empty where they are remembered. */
    const Matrix<Scalar>& own() const { return m_own; }

private:
    Matrix<Scalar> m_own;
    RememberedRows<Scalar> m_remembered;
};

} // namespace glassformer
