#include "core/trace/tensor_slice.h"

namespace glassformer {

MatrixSlice matrixOf(const Trace& trace, const std::string& name)
{
    const auto found = trace.tensors.find(name);
    if (found == trace.tensors.end() || found->second.shape.size() != 2)
        return {};
    const Tensor& tensor = found->second;
    return {tensor.values.data(), int(tensor.shape[0]), int(tensor.shape[1])};
}

MatrixSlice headOf(const Trace& trace, const std::string& name, int head)
{
    const auto found = trace.tensors.find(name);
    if (found == trace.tensors.end() || found->second.shape.size() != 3 || head < 0
        || head >= found->second.shape[0])
        return {};
    const Tensor& tensor = found->second;
    const std::size_t size = std::size_t(tensor.shape[1] * tensor.shape[2]);
    return {tensor.values.data() + std::size_t(head) * size, int(tensor.shape[1]), int(tensor.shape[2])};
}

} // namespace glassformer
