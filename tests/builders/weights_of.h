#pragma once

#include "core/file/weights/weight_source.h"

#include <map>
#include <string>

namespace glassformer {

/** All weights of a model as float32. */
inline std::map<std::string, Tensor> weightsOf(const Files& files)
{
    const WeightSource source(files);
    std::map<std::string, Tensor> tensors;
    for (const std::string& name : source.names())
        tensors.emplace(name, source.tensor(name));
    return tensors;
}

} // namespace glassformer
