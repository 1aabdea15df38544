#include "core/trace/record/trace_remark.h"

#include "core/model/tensor_name.h"

#include <cmath>
#include <cstdio>

namespace glassformer {
namespace {

constexpr double most_rounding = 0.02; ///< of a row's sum, where numbers of 16 bits were recorded

std::string fixedText(double value)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

} // namespace

std::optional<Message> numbersRemark(const std::string& name, const Tensor& tensor)
{
    const bool sums_to_one = name.ends_with(".weights") || name == probabilities_tensor;
    if (!sums_to_one && name != logits_tensor)
        return std::nullopt;
    const auto columns = static_cast<std::size_t>(tensor.shape.back());
    for (std::size_t row = 0; row + columns <= tensor.values.size(); row += columns) {
        double sum = 0;
        for (std::size_t i = row; i < row + columns; ++i)
            sum += static_cast<double>(tensor.values[i]);
        if (std::isnan(sum) || (sums_to_one && !std::isfinite(sum)))
            return Message::tr("%1: values that are not numbers", name);
        if (sums_to_one && std::abs(sum - 1) > most_rounding)
            return Message::tr("%1: a row sums to %2, not to 1", name, fixedText(sum));
    }
    return std::nullopt;
}

} // namespace glassformer
