#pragma once

#include "core/model/changes/controls.h"

#include <algorithm>

namespace glassformer {

/** Changes of the same numbers to zero: what is set from outside answers to nothing. */
template <typename Scalar> RecordChanges<Scalar> zeroed(RecordChanges<Scalar> changes)
{
    for (RecordChange<Scalar>& change : changes)
        std::fill(change.values.begin(), change.values.end(), Scalar(0));
    return changes;
}

/** The derivative of applyChanges(): the gradient of a record, with zeros where its numbers are set. Parameters as there. */
template <typename Scalar>
void applyChangesBackward(
    const RecordChanges<Scalar>* changes, MatrixView<Scalar> d_rows, int first_row, Eigen::Index width = 0)
{
    if (!changes)
        return;
    const RecordChanges<Scalar> zeros = zeroed(*changes);
    applyChanges<Scalar>(&zeros, d_rows, first_row, width);
}

} // namespace glassformer
