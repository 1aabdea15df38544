#pragma once

#include "core/model/transformer.h"
#include "core/trace/trace.h"

#include <vector>

namespace glassformer {

/** Puts the records of a forward pass over one sentence into a trace, each field under its name of tensor_name.h. */
void nameRecords(Trace& trace, const std::vector<int>& source, const std::vector<int>& target,
    const StackRecord<float>& encoder, const StackRecord<float>& decoder, const Matrix<float>& logits);

} // namespace glassformer
