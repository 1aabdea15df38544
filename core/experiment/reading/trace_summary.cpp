#include "core/experiment/reading/trace_summary.h"

#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>

namespace glassformer {

std::vector<float> averageWeights(const Trace& trace, AttentionSite site, int layer)
{
    const std::string name = attentionTensor(site, layer, AttentionPart::Weights);
    const MatrixSlice first = headOf(trace, name, 0);
    std::vector<float> sum(first.values().size());
    const int heads = sum.empty() ? 0 : int(trace.tensor(name)->shape[0]);
    for (int head = 0; head < heads; ++head) {
        const std::span<const float> weights = headOf(trace, name, head).values();
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += weights[i] / float(heads);
    }
    return sum;
}

std::vector<double> activeShares(const Trace& trace, AttentionSite site, int layer)
{
    const MatrixSlice hidden = matrixOf(trace, layerTensor(site, layer, LayerPart::FeedForwardHidden));
    std::vector<double> shares;
    for (int token = 0; token < hidden.rows; ++token) {
        const std::span<const float> units = hidden.row(token);
        const auto active = std::count_if(units.begin(), units.end(), [](float unit) { return unit > 0; });
        shares.push_back(double(active) / double(units.size()));
    }
    return shares;
}

} // namespace glassformer
