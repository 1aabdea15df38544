#include "app/session/jobs/running.h"

#include "core/trace/look/first_look.h"
#include "core/trace/look/place.h"
#include "core/trace/run/run_job.h"

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
        , m_run(runJob(m_wish.model, m_wish.request, m_wish.most_bytes, m_wish.before))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_trace) {
            if (!m_run->advance(watch))
                m_trace = *m_run->takeNews();
            return true;
        }
        ShownRun run{m_wish.request, m_trace, lookAtArrival(m_wish, *m_trace), {}};
        run.held = holdLayers(*m_trace, run.look);
        publish(std::move(run));
        return false;
    }

    Message doing() const override { return m_trace ? Message() : m_run->doing(); }

private:
    const RunWish m_wish;
    const std::unique_ptr<JobOf<TracePointer>> m_run;
    TracePointer m_trace;
};

} // namespace

std::unique_ptr<JobOf<ShownRun>> runningJob(RunWish wish)
{
    return std::make_unique<RunningJob>(std::move(wish));
}

} // namespace glassformer
