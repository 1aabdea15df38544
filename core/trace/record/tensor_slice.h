#pragma once

#include "core/trace/trace.h"

#include <memory>
#include <span>
#include <string>

namespace glassformer {

/**
 * A matrix that lies inside a tensor of a run; valid as long as the run is, and longer if the tensor was made for it.
 * Empty (0 rows) where there is none.
 */
struct MatrixSlice
{
    const float* data = nullptr;
    int rows = 0;
    int columns = 0;
    std::shared_ptr<const Tensor> owner{};

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

/** Logits and probabilities of all words in one row of the output; both empty if the run has none. */
struct WordScores
{
    std::span<const float> logits, probabilities;
    std::shared_ptr<const Tensor> owner{};
};

WordScores wordScoresAt(const Trace& trace, int row);

} // namespace glassformer
