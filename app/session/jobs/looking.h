#pragma once

#include "app/session/jobs/job_lane.h"
#include "app/session/shown_run.h"
#include "core/trace/step/step_list.h"

#include <QObject>

#include <vector>

namespace glassformer {

/**
 * Where the user looks in the run that is shown. Of a long text the inside of a layer is made, beside the window, when
 * somebody wants to look at it; until it is there the selection stays as it was.
 */
class Looking : public QObject
{
    Q_OBJECT

public:
    Looking();

    /** Another run, at the place that it brings along. */
    void show(ShownRun run);

    const TracePointer& trace() const { return m_trace; }
    /** Of the path that was chosen, and the one that is open. */
    const std::vector<StepKind>& steps() const { return m_steps; }
    WalkPath path() const { return m_path; }
    void choosePath(WalkPath path);
    int indexOf(StepKind step) const;
    const Selection& selection() const { return m_selection; }
    /** The newest wish: the selection, unless a layer is being made. */
    const Selection& wanted() const { return m_wanted; }
    /** Keeps the layers of the selection in memory. */
    const HeldLayers& held() const { return m_held; }

    /** Looks there at once, or as soon as the layer is made; the newest wish wins. */
    void select(const Selection& selection);
    /** Keeps step, layers and head, and looks at what is worth most there. */
    void lookFirst(const Selection& selection);

    void chooseLayer(int layer);
    void chooseHead(int head);
    void goToStep(int index);
    /** From where the user last wanted to look, so that quick steps add up. */
    void moveLayer(int by);
    void moveHead(int by) { chooseHead(m_wanted.head + by); }
    void moveStep(int by);

    bool isBusy() const { return m_lane.isBusy(); }
    void cancel();

signals:
    void selectionChanged();
    void busyChanged(bool is_busy);
    void failed(const Message& message);

private:
    struct Place
    {
        Selection look;
        HeldLayers held;
    };

    void lookAt(const Place& place);
    void goTo(StepKind step);
    void findSteps();

    TracePointer m_trace;
    WalkPath m_path = WalkPath::Full;
    std::vector<StepKind> m_steps;
    Selection m_selection;
    Selection m_wanted;
    HeldLayers m_held;
    JobLane m_lane;
};

} // namespace glassformer
