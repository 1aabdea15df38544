#include "core/file/weights/weight_estimate.h"

#include "core/memory.h"

namespace glassformer {
namespace {

bool isFloatingPoint(TensorType type)
{
    return type == TensorType::BF16 || typeText(type).front() == 'F';
}

} // namespace

WeightEstimate estimateWeights(const WeightSource& source)
{
    WeightEstimate estimate;
    estimate.bytes_in_files = source.totalBytes();
    for (const std::string& name : source.names()) {
        const TensorEntry& entry = source.entry(name);
        if (isFloatingPoint(entry.type))
            estimate.parameters = saturatedSum(estimate.parameters, entry.count());
    }
    estimate.bytes_as_float = saturatedProduct(estimate.parameters, sizeof(float));
    return estimate;
}

} // namespace glassformer
