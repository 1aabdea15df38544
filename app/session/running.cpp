#include "app/session/running.h"

#include "core/trace/first_look.h"
#include "core/trace/place.h"

#include <utility>

namespace glassformer {
namespace {

Selection lookAtArrival(const RunWish& wish, const Trace& trace)
{
    const Selection look = clampedTo(wish.look, trace);
    switch (wish.arrival) {
    case Arrival::First:
        return firstLook(trace, look);
    case Arrival::LastRow:
        return withToken(look, trace.config, siteOf(look.step, trace.config), trace.rows() - 1, std::nullopt);
    case Arrival::Same:
        break;
    }
    return look;
}

class RunningJob final : public JobOf<ShownRun>
{
public:
    explicit RunningJob(RunWish wish)
        : m_wish(std::move(wish))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_trace) {
            m_trace = std::make_shared<const Trace>(
                runLean(m_wish.model, m_wish.request, watch.cancel, m_wish.most_bytes, m_wish.before));
            return true;
        }
        ShownRun run{m_wish.request, m_trace, lookAtArrival(m_wish, *m_trace), {}};
        run.held = holdLayers(*m_trace, run.look);
        publish(std::move(run));
        return false;
    }

private:
    const RunWish m_wish;
    TracePointer m_trace;
};

} // namespace

std::unique_ptr<JobOf<ShownRun>> runningJob(RunWish wish)
{
    return std::make_unique<RunningJob>(std::move(wish));
}

} // namespace glassformer
