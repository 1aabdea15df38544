#pragma once

#include "core/file/weights/weight_source.h"

#include <cstdint>

namespace glassformer {

/** How large a model is, known from the tables of its files before anything is allocated. */
struct WeightEstimate
{
    std::uint64_t parameters =
        0; ///< numbers in tensors of floating point; tables of whole numbers do not count
    std::uint64_t bytes_in_files = 0; ///< of all tensors, as they are stored
    std::uint64_t bytes_in_memory = 0; ///< matrices in the type of the files, all else as float32
};

/** No number wraps around: a table that claims more than 64 bits can count gives the largest number. */
WeightEstimate estimateWeights(const WeightSource& source);

} // namespace glassformer
