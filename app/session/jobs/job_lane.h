#pragma once

#include "core/job.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QThreadPool;

namespace glassformer {

/** Where a lane's jobs run. */
enum class JobPlace
{
    Thread, ///< beside the window
    BetweenEvents ///< in the window's own thread, one piece at a time: for platforms without threads
};

/** A thread wherever the platform has them. */
constexpr JobPlace usual_job_place = QT_CONFIG(thread) ? JobPlace::Thread : JobPlace::BetweenEvents;

/**
 * Does jobs beside the window, one at a time; the newest wins. The one place of the program that knows of threads.
 * What must not cancel each other has lanes of its own: opening and running, looking, every experiment, training.
 *
 * What a job publishes arrives in the lane's own thread, and only if nobody has asked for anything newer meanwhile. A
 * job ends early by throwing: Cancelled is passed over in silence, an Error is told by failed().
 */
class JobLane : public QObject
{
    Q_OBJECT

public:
    explicit JobLane(QObject* parent = nullptr, JobPlace place = usual_job_place);
    /** Cancels, and waits until nothing runs any more. */
    ~JobLane() override;

    bool isBusy() const { return m_is_busy; }

    /**
     * Begins a job in place of the one that runs or waits.
     * \param arrive  gets the whole value
     * \param tell  gets values that are published on the way, if somebody wants them
     */
    template <typename Value>
    void start(std::unique_ptr<JobOf<Value>> job, std::function<void(Value)> arrive,
        std::function<void(Value)> tell = {});
    /** Drops the job that runs or waits, if there is one; its result never arrives. */
    void cancel();

signals:
    void busyChanged(bool is_busy);
    void doing(const Message& what); ///< whenever the job comes to something else; may be empty
    void progressed(double done); ///< 0 .. 1, of what the job is doing
    void failed(const Message& message);

private:
    using Delivery = std::function<void()>;

    /** A job, and what is to be called in the lane's thread with the news of a piece. */
    struct Work
    {
        std::shared_ptr<Job> job;
        std::function<Delivery(bool is_over)> take_news;
        CancelFlag cancel{};
        int ticket = 0;
        std::string doing{}; ///< what was told last
    };

    void begin(std::shared_ptr<Job> job, std::function<Delivery(bool is_over)> take_news);
    /** Does one piece and delivers what came of it. Whether anything is left to do. */
    bool doPiece(Work& work);
    void finishPiece(Work& work, bool is_over);
    void tellDoing(Work& work);
    void fail(const Work& work, const Message& message);
    /** Has `arrive` called in the lane's thread unless a newer job was started. */
    void deliver(int ticket, Delivery arrive);
    void setBusy(bool is_busy);

    std::unique_ptr<QThreadPool> m_thread; ///< of one thread; null between events
    QTimer m_between_events;
    std::shared_ptr<Work> m_work; ///< between events: what the timer goes on with
    CancelFlag m_cancel;
    int m_newest = 0;
    bool m_is_busy = false;
};

template <typename Value>
void JobLane::start(
    std::unique_ptr<JobOf<Value>> job, std::function<void(Value)> arrive, std::function<void(Value)> tell)
{
    const std::shared_ptr<JobOf<Value>> shared = std::move(job);
    begin(shared, [shared, arrive = std::move(arrive), tell = std::move(tell)](bool is_over) -> Delivery {
        const auto& receiver = is_over ? arrive : tell;
        std::optional<Value> news = shared->takeNews();
        if (!news || !receiver)
            return {};
        return [receiver, value = std::move(*news)] { receiver(value); };
    });
}

} // namespace glassformer
