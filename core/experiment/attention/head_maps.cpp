#include "core/experiment/attention/head_maps.h"

#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"
#include "core/trace/record/tensor_slice.h"

#include <utility>

namespace glassformer {
namespace {

HeadMap mapOf(const Trace& trace, RunRequest request, const HeadName& head)
{
    // Of a long run small maps are kept.
    MatrixSlice weights =
        headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Thumbnail), head.head);
    if (weights.isEmpty())
        weights = headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
    return {std::move(request), static_cast<int>(queriesOf(trace, head.site).size()),
        static_cast<int>(keysOf(trace, head.site).size()), weights.rows, weights.columns,
        {weights.values().begin(), weights.values().end()}};
}

class HeadMapsJob final : public JobOf<std::vector<HeadMap>>
{
public:
    HeadMapsJob(std::shared_ptr<const Model> model, std::vector<RunRequest> requests, HeadName head)
        : m_model(std::move(model))
        , m_requests(std::move(requests))
        , m_head(head)
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (m_maps.size() < m_requests.size()) {
            RunRequest& request = m_requests[m_maps.size()];
            const Trace trace = runLean(m_model, request, watch.cancel);
            m_maps.push_back(mapOf(trace, std::move(request), m_head));
        }
        publish(m_maps);
        return m_maps.size() < m_requests.size();
    }

private:
    const std::shared_ptr<const Model> m_model;
    std::vector<RunRequest> m_requests;
    const HeadName m_head;
    std::vector<HeadMap> m_maps;
};

} // namespace

std::unique_ptr<JobOf<std::vector<HeadMap>>> headMapsJob(
    std::shared_ptr<const Model> model, std::vector<RunRequest> requests, HeadName head)
{
    return std::make_unique<HeadMapsJob>(std::move(model), std::move(requests), head);
}

} // namespace glassformer
