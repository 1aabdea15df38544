#pragma once

#include "core/trace/record/tensor_slice.h"

#include <vector>

namespace glassformer {

/** A row of a table and the cosine of the angle between it and what was asked for. */
struct NearRow
{
    int row = 0;
    double cosine = 0;
};

/** The `count` rows that point most nearly the same way, nearest first. A row of zeros is near to nothing. */
std::vector<NearRow> nearestRows(const MatrixSlice& table, std::span<const float> vector, int count);

/** The cosine of the angle between two rows: their dot product over the product of their lengths. */
struct CosineExplanation
{
    double dot = 0;
    double left_length = 0, right_length = 0;
    double cosine = 0; ///< 0 where one of them is a row of zeros
};

/** Both must be rows of the table. */
CosineExplanation explainCosine(const MatrixSlice& table, int left, int right);

/** The cosine of every two rows [rows, rows], row-major; a row of zeros has 0 with all. */
std::vector<float> cosinesOf(const MatrixSlice& rows);

} // namespace glassformer
