#pragma once

#include "core/message.h"
#include "core/progress.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace glassformer {

/**
 * Does work beside the window, one job at a time; the newest wins. The one place of the program that knows of threads:
 * on a platform without them only this file changes.
 *
 * A job is a function that owns all that it reads. It returns a second function that puts the result where it belongs;
 * that one runs in the lane's own thread, and only if nobody has asked for anything newer meanwhile. A job ends early
 * by throwing: Cancelled is passed over in silence, an Error is told by failed().
 */
class JobLane : public QObject
{
    Q_OBJECT

public:
    using Finish = std::function<void()>;
    using Job = std::function<Finish(const JobWatch&)>;

    explicit JobLane(QObject* parent = nullptr);
    /** Cancels, and waits until nothing runs any more. */
    ~JobLane() override;

    bool isBusy() const { return m_is_busy; }

    void start(Job job);
    /** Drops the job that runs or waits, if there is one; its result never arrives. */
    void cancel();

signals:
    void busyChanged(bool is_busy);
    void progressed(double done); ///< 0 .. 1
    void failed(const Message& message);

private:
    void runJob(const Job& job, const CancelFlag& cancel, int ticket);
    /** Has `arrive` called in the lane's thread unless a newer job was started. */
    void deliver(int ticket, std::function<void()> arrive);
    void setBusy(bool is_busy);

    QThreadPool m_thread; ///< of one thread: a cancelled job ends before the next begins
    CancelFlag m_cancel;
    int m_newest = 0;
    bool m_is_busy = false;
};

} // namespace glassformer
