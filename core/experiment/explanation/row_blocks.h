#pragma once

#include "core/tensor/matrix.h"
#include "core/trace/model.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace glassformer {

/** A table that may be too large to have twice, read some rows at a time. */
struct RowBlocks
{
    int rows = 0;
    int columns = 0;
    std::function<Matrix<float>(int first, int count)> read; ///< [count, columns], of rows that are there

    RowVector<float> row(int index) const { return read(index, 1); }

    /** All rows in order: take(first row of the block, block). */
    template <typename Take> void forEach(const JobWatch& watch, Take take) const
    {
        constexpr int most =
            512; // enough for a product to be quick, and soon done when nobody waits any more
        for (int first = 0; first < rows; first += most) {
            watch.cancel.check();
            take(first, read(first, std::min(most, rows - first)));
        }
    }
};

/** The embedding table of a model [vocabulary, d_embedding], as it learned it; keeps the model alive. */
RowBlocks embeddingRows(std::shared_ptr<const Model> model);

} // namespace glassformer
