#include "core/trace/record/tensor_slice.h"

#include "core/model/tensor_name.h"

namespace glassformer {

MatrixSlice matrixOf(const Trace& trace, const std::string& name)
{
    std::shared_ptr<const Tensor> tensor = trace.find(name);
    if (!tensor || tensor->shape.size() != 2)
        return {};
    const Tensor& found = *tensor;
    return {found.values.data(), int(found.shape[0]), int(found.shape[1]), std::move(tensor)};
}

MatrixSlice headOf(const Trace& trace, const std::string& name, int head)
{
    if (const auto map = trace.late ? trace.late->makeMap(name, head) : nullptr)
        return {map->values.data(), int(map->shape[0]), int(map->shape[1]), map};
    std::shared_ptr<const Tensor> tensor = trace.find(name);
    if (!tensor || tensor->shape.size() != 3 || head < 0 || head >= tensor->shape[0])
        return {};
    const Tensor& found = *tensor;
    const std::size_t size = std::size_t(found.shape[1] * found.shape[2]);
    return {found.values.data() + std::size_t(head) * size, int(found.shape[1]), int(found.shape[2]),
        std::move(tensor)};
}

WordScores wordScoresAt(const Trace& trace, int row)
{
    if (row < 0 || row >= trace.rows())
        return {};
    const MatrixSlice logits = matrixOf(trace, logits_tensor);
    const MatrixSlice probabilities = matrixOf(trace, probabilities_tensor);
    if (row < logits.rows && row < probabilities.rows)
        return {logits.row(row), probabilities.row(row), logits.owner};
    const std::shared_ptr<const Tensor> made = trace.late ? trace.late->wordScores(row) : nullptr;
    if (!made)
        return {};
    const auto words = static_cast<std::size_t>(made->shape[1]);
    return {{made->values.data(), words}, {made->values.data() + words, words}, made};
}

} // namespace glassformer
