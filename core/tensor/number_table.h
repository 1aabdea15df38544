#pragma once

#include "core/tensor/float_storage.h"
#include "core/tensor/number_format.h"

#include <Eigen/Core>

#include <span>

namespace glassformer {

/** Rows of numbers as their file has them, such as the vectors of tokens: a row is widened when it is read. */
class NumberTable
{
public:
    NumberTable() = default;
    /** All zero, to be filled. \throws std::bad_alloc */
    NumberTable(Eigen::Index rows, Eigen::Index cols, NumberFormat format);

    Eigen::Index rows() const { return m_rows; }
    Eigen::Index cols() const { return m_cols; }
    Eigen::Index size() const { return m_rows * m_cols; }
    NumberFormat format() const { return m_format; }

    /** Memory of some rows, for the bytes of a file. */
    std::span<char> bytes(Eigen::Index first, Eigen::Index count);
    /** One row as floats: cols() of them. */
    void row(Eigen::Index index, std::span<float> values) const;

private:
    Eigen::Index m_rows = 0;
    Eigen::Index m_cols = 0;
    NumberFormat m_format = NumberFormat::Float32;
    FloatStorage m_storage;
};

} // namespace glassformer
