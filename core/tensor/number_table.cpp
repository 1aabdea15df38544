#include "core/tensor/number_table.h"

#include "core/tensor/kernel/active_kernel.h"

#include <cassert>

namespace glassformer {

NumberTable::NumberTable(Eigen::Index rows, Eigen::Index cols, NumberFormat format)
    : m_rows(rows)
    , m_cols(cols)
    , m_format(format)
    , m_storage((static_cast<std::size_t>(rows * cols * bytesOf(format)) + sizeof(float) - 1) / sizeof(float))
{
}

std::span<char> NumberTable::bytes(Eigen::Index first, Eigen::Index count)
{
    assert(first >= 0 && count >= 0 && first + count <= m_rows);
    const Eigen::Index row_bytes = m_cols * bytesOf(m_format);
    return {reinterpret_cast<char*>(m_storage.data()) + first * row_bytes,
        static_cast<std::size_t>(count * row_bytes)};
}

void NumberTable::row(Eigen::Index index, std::span<float> values) const
{
    assert(index >= 0 && index < m_rows && static_cast<Eigen::Index>(values.size()) == m_cols);
    const auto* const bytes = reinterpret_cast<const char*>(m_storage.data());
    kernel::activeTable().stored[static_cast<int>(m_format)].widen(
        bytes + index * m_cols * bytesOf(m_format), values.data(), m_cols);
}

} // namespace glassformer
