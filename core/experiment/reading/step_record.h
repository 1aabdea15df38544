#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/record/tensor_slice.h"

#include <vector>

namespace glassformer {

/** What the numbers of a record are. */
enum class RecordKind
{
    Vectors, ///< [tokens, d_model], or of one head [tokens, d_head]
    Query, ///< [tokens, d_head] of one head, likewise Key and Value
    Key,
    Value,
    HiddenUnits, ///< [tokens, d_ff]
    Scores, ///< [queries, keys] of one head, before or behind the mask
    Weights, ///< [queries, keys] of one head
};

/** Whether it has a row for each query and a column for each key. */
constexpr bool isMap(RecordKind kind)
{
    return kind == RecordKind::Scores || kind == RecordKind::Weights;
}

/** Numbers that a step is about: a row for each token of the step. */
struct StepRecord
{
    RecordKind kind;
    MatrixSlice numbers;

    bool isMap() const { return glassformer::isMap(kind); }
};

/** What records the step has, in the order of their making; none for steps that are about words. */
std::vector<RecordKind> recordKindsOf(StepKind step);

/**
 * The records of the step, layer and head that are looked at, in the order of their making; those of recordKindsOf()
 * that the run has. Of a sum that is normed behind it, the sum.
 */
std::vector<StepRecord> recordsOf(const Trace& trace, const Selection& selection);

} // namespace glassformer
