#include "core/experiment/attention/head_likeness.h"

#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

/** p·log2(p / middle), 0 where p is 0. */
double part(double p, double middle)
{
    return p > 0 ? p * std::log2(p / middle) : 0;
}

double divergence(std::span<const float> one, std::span<const float> other)
{
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double p = double(one[i]), q = double(other[i]), middle = (p + q) / 2;
        sum += (part(p, middle) + part(q, middle)) / 2;
    }
    return std::max(0.0, sum); // rounding
}

MatrixSlice weightsOf(const Trace& trace, const HeadName& head)
{
    return headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
}

class HeadDistancesJob final : public JobOf<HeadDistances>
{
public:
    HeadDistancesJob(std::shared_ptr<const Trace> trace, HeadName from)
        : m_trace(std::move(trace))
        , m_from(weightsOf(*m_trace, from))
        , m_layers(layersOf(m_trace->config, from.site))
    {
        m_found.from = from;
        m_found.heads = m_trace->config.n_heads;
    }

    bool advance(const JobWatch& watch) override
    {
        const AttentionSite site = m_found.from.site;
        if (m_layer < m_layers) {
            const auto held =
                m_trace->late ? m_trace->late->hold(site, m_layer, LayerInside::Attention) : nullptr;
            for (int head = 0; head < m_found.heads; ++head) {
                watch.cancel.check();
                m_found.distances.push_back(headDistance(m_from, weightsOf(*m_trace, {site, m_layer, head})));
            }
            ++m_layer;
        }
        if (m_layer < m_layers)
            return true;
        publish(std::move(m_found));
        return false;
    }

private:
    std::shared_ptr<const Trace> m_trace;
    MatrixSlice m_from;
    int m_layers = 0;
    int m_layer = 0;
    HeadDistances m_found;
};

} // namespace

std::optional<double> headDistance(const MatrixSlice& one, const MatrixSlice& other)
{
    if (one.isEmpty() || one.rows != other.rows || one.columns != other.columns)
        return std::nullopt;
    double sum = 0;
    for (int row = 0; row < one.rows; ++row)
        sum += divergence(one.row(row), other.row(row));
    return std::sqrt(sum / one.rows);
}

std::unique_ptr<JobOf<HeadDistances>> headDistancesJob(std::shared_ptr<const Trace> trace, HeadName from)
{
    return std::make_unique<HeadDistancesJob>(std::move(trace), from);
}

} // namespace glassformer
