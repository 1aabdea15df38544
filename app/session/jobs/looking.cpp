#include "app/session/jobs/looking.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/first_look.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/** The nearest one that there is. */
StepKind stepAt(const std::vector<StepKind>& steps, int index)
{
    return steps[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(steps.size()) - 1))];
}

} // namespace

Looking::Looking()
{
    connect(&m_lane, &JobLane::busyChanged, this, &Looking::busyChanged);
    connect(&m_lane, &JobLane::failed, this, [this](const Message& message) {
        m_wanted = m_selection;
        emit failed(message);
    });
}

void Looking::show(ShownRun run)
{
    m_lane.cancel();
    m_trace = std::move(run.trace);
    m_selection = m_wanted = clampedTo(run.look, *m_trace);
    findSteps();
    m_held = std::move(run.held);
}

void Looking::choosePath(WalkPath path)
{
    if (path == m_path)
        return;
    m_path = path;
    if (!m_trace)
        return;
    findSteps();
    emit selectionChanged();
}

/** Steps that are the same stay where they are: somebody may be going through them. */
void Looking::findSteps()
{
    std::vector<StepKind> steps = stepsOf(*m_trace, m_path, m_selection.step);
    if (steps != m_steps)
        m_steps = std::move(steps);
}

int Looking::indexOf(StepKind step) const
{
    const auto found = std::find(m_steps.begin(), m_steps.end(), step);
    return static_cast<int>(found - m_steps.begin());
}

void Looking::select(const Selection& selection)
{
    const Selection clamped = clampedTo(selection, *m_trace);
    if (clamped == m_wanted)
        return;
    m_wanted = clamped;
    m_lane.cancel();
    if (auto held = holdMadeLayers(*m_trace, clamped))
        return lookAt({clamped, std::move(*held)});
    m_lane.start<Place>(onePiece<Place>([trace = m_trace, clamped](const JobWatch&) {
        return Place{clamped, holdLayers(*trace, clamped)};
    }),
        [this](const Place& place) { lookAt(place); });
}

void Looking::lookFirst(const Selection& selection)
{
    m_wanted = clampedTo(selection, *m_trace);
    m_lane.start<Place>(onePiece<Place>([trace = m_trace, wanted = m_wanted](const JobWatch&) {
        const Selection look = firstLook(*trace, wanted);
        return Place{look, holdLayers(*trace, look)};
    }),
        [this](const Place& place) { lookAt(place); });
}

void Looking::lookAt(const Place& place)
{
    m_selection = m_wanted = place.look;
    findSteps();
    m_held = place.held;
    emit selectionChanged();
}

void Looking::chooseLayer(int layer)
{
    select(withLayer(m_wanted, siteOf(m_wanted.step, m_trace->config), layer));
}

void Looking::moveLayer(int by)
{
    chooseLayer(m_wanted.layerOf(siteOf(m_wanted.step, m_trace->config)) + by);
}

void Looking::chooseHead(int head)
{
    select(withHead(m_wanted, *m_trace, head));
}

void Looking::goToStep(int index)
{
    goTo(stepAt(m_steps, index));
}

void Looking::moveStep(int by)
{
    const std::vector<StepKind> steps = stepsOf(*m_trace, m_path, m_wanted.step);
    const auto at = std::find(steps.begin(), steps.end(), m_wanted.step) - steps.begin();
    goTo(stepAt(steps, static_cast<int>(at) + by));
}

void Looking::goTo(StepKind step)
{
    Selection selection = m_wanted;
    selection.step = step;
    select(selection);
}

void Looking::cancel()
{
    m_lane.cancel();
    m_wanted = m_selection;
}

} // namespace glassformer
