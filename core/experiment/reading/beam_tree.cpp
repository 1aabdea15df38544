#include "core/experiment/reading/beam_tree.h"

#include "core/trace/run/run_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr int roads = 3, words_ahead = 6;

/** The first row whose word was chosen by the model. */
int firstRow(const Trace& trace)
{
    return trace.config.hasEncoder() ? 0 : std::max(0, trace.given - 1);
}

class BeamTreeJob final : public JobOf<BeamTree>
{
public:
    BeamTreeJob(
        std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, RunRequest request, int row)
        : m_model(std::move(model))
        , m_trace(std::move(trace))
        , m_request(std::move(request))
        , m_row(row)
    {
        m_request.forced_target.clear();
        for (int t = firstRow(*m_trace); t < row; ++t)
            m_request.forced_target.push_back(m_trace->written[static_cast<std::size_t>(t)].id);
        m_request.decoding = {};
        m_request.decoding.kind = DecodingKind::Beam;
        m_request.decoding.beam_size = roads;
        m_request.decoding.max_new_tokens = static_cast<int>(m_request.forced_target.size()) + words_ahead;
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_task) {
            m_task = std::make_unique<RunTask>(
                runTask(*m_model, m_request, encodeRequest(*m_model, m_request), m_trace->changes));
            // At the first row the run may begin with a word that was not chosen.
            if (m_request.forced_target.empty())
                m_task->asked_words.clear();
            m_task->cancel = watch.cancel;
            m_writing = std::make_unique<Writing>(*m_task);
            return true;
        }
        if (m_writing->advance())
            return true;
        publish({m_row, roads, m_writing->considered()});
        return false;
    }

    Message doing() const override { return Message::tr("Following other roads"); }

private:
    const std::shared_ptr<const Model> m_model;
    const std::shared_ptr<const Trace> m_trace;
    RunRequest m_request;
    const int m_row;
    std::unique_ptr<RunTask> m_task;
    std::unique_ptr<Writing> m_writing;
};

} // namespace

std::vector<int> roadTo(const BeamTree& tree, int node)
{
    std::vector<int> ids;
    for (; node >= 0; node = tree.considered.nodes[static_cast<std::size_t>(node)].parent)
        ids.push_back(tree.considered.nodes[static_cast<std::size_t>(node)].token);
    std::reverse(ids.begin(), ids.end());
    return ids;
}

std::vector<BeamRoad> shownRoads(const BeamTree& tree)
{
    const std::vector<BeamNode>& nodes = tree.considered.nodes;
    std::vector<bool> is_best(nodes.size());
    for (int node = tree.considered.best; node >= 0; node = nodes[static_cast<std::size_t>(node)].parent)
        is_best[static_cast<std::size_t>(node)] = true;
    std::vector<int> place(nodes.size(), -1);
    std::vector<int> left_of; // parents of which a word that was given up is there
    std::vector<BeamRoad> shown;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const BeamNode& node = nodes[i];
        // Those behind a word stand in the order of their probability.
        const bool is_first_left = std::find(left_of.begin(), left_of.end(), node.parent) == left_of.end();
        if (!node.is_kept && !is_first_left)
            continue;
        if (!node.is_kept)
            left_of.push_back(node.parent);
        const auto parent = static_cast<std::size_t>(std::max(0, node.parent));
        const double before = node.parent < 0 ? 0 : nodes[parent].log_probability;
        place[i] = static_cast<int>(shown.size());
        shown.push_back({static_cast<int>(i), node.parent < 0 ? -1 : place[parent],
            std::exp(node.log_probability), std::exp(node.log_probability - before), is_best[i]});
    }
    return shown;
}

bool beamsFollow(const Trace& trace, int row)
{
    return trace.config.hasDecoder() && trace.config.has_output && row >= firstRow(trace)
        && row <= static_cast<int>(trace.written.size()) && row < trace.rows();
}

std::unique_ptr<JobOf<BeamTree>> beamTreeJob(
    std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, RunRequest request, int row)
{
    return std::make_unique<BeamTreeJob>(std::move(model), std::move(trace), std::move(request), row);
}

} // namespace glassformer
