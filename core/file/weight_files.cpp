#include "core/file/weight_files.h"

#include "core/file/byte_file.h"
#include "core/file/float_bytes.h"
#include "core/file/weight_estimate.h"
#include "core/memory.h"

namespace glassformer {

std::map<std::string, Tensor> readWeights(const std::filesystem::path& folder, JobWatch watch)
{
    const WeightSource source(folder, std::move(watch));
    requireMemory(estimateWeights(source).bytes_as_float, MemoryLimits{}, pathText(folder));
    std::map<std::string, Tensor> tensors;
    for (const std::string& name : source.names()) {
        Tensor tensor = source.tensor(name);
        requireFinite(tensor.values, source.where(name));
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

} // namespace glassformer
