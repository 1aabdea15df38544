#pragma once

#include "core/trace/trace.h"

#include <span>
#include <string>

namespace glassformer {

/** A matrix that lies inside a tensor; valid as long as the tensor is. Empty (0 rows) where there is none. */
struct MatrixSlice
{
    const float* data = nullptr;
    int rows = 0;
    int columns = 0;

    bool isEmpty() const { return rows == 0 || columns == 0; }
    float operator()(int row, int column) const { return data[std::size_t(row) * columns + column]; }
    std::span<const float> row(int index) const
    {
        return {data + std::size_t(index) * columns, std::size_t(columns)};
    }
    std::span<const float> values() const { return {data, std::size_t(rows) * columns}; }
};

/** A tensor [n, d] of the run, or nothing if the run does not have it (or has it in another shape). */
MatrixSlice matrixOf(const Trace& trace, const std::string& name);

/** Matrix `head` of a tensor [H, n, m] of the run, or nothing. */
MatrixSlice headOf(const Trace& trace, const std::string& name, int head);

} // namespace glassformer
