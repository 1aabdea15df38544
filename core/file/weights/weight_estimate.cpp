#include "core/file/weights/weight_estimate.h"

#include "core/memory.h"

namespace glassformer {
namespace {

bool isFloatingPoint(TensorType type)
{
    return type == TensorType::BF16 || typeText(type).front() == 'F';
}

bool isHalf(TensorType type)
{
    return type == TensorType::BF16 || type == TensorType::F16;
}

} // namespace

WeightEstimate estimateWeights(const WeightSource& source)
{
    WeightEstimate estimate;
    estimate.bytes_in_files = source.totalBytes();
    for (const std::string& name : source.names()) {
        const TensorEntry& entry = source.entry(name);
        if (!isFloatingPoint(entry.type))
            continue;
        estimate.parameters = saturatedSum(estimate.parameters, entry.count());
        const std::uint64_t bytes = entry.shape.size() > 1 && isHalf(entry.type) ? 2 : sizeof(float);
        estimate.bytes_in_memory =
            saturatedSum(estimate.bytes_in_memory, saturatedProduct(entry.count(), bytes));
    }
    return estimate;
}

} // namespace glassformer
