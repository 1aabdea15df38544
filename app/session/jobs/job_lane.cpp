#include "app/session/jobs/job_lane.h"

#include "core/error.h"

#include <QMetaObject>
#if QT_CONFIG(thread)
#include <QThreadPool>
#endif

#include <memory>
#include <new>
#include <utility>

#if !QT_CONFIG(thread)
class QThreadPool
{
};
#endif

namespace glassformer {
namespace {

/** Passes on as a share what is at least a hundredth further than what it passed on before. */
Progress inHundredths(std::function<void(double)> tell)
{
    return [tell = std::move(tell), told = std::make_shared<double>(-1.0)](
               std::uint64_t done, std::uint64_t total) {
        const double share = total == 0 ? 0 : double(done) / double(total);
        if (share < *told + 0.01)
            return;
        *told = share;
        tell(share);
    };
}

} // namespace

JobLane::JobLane(QObject* parent, JobPlace place)
    : QObject(parent)
{
#if QT_CONFIG(thread)
    if (place == JobPlace::Thread) {
        m_thread = std::make_unique<QThreadPool>();
        m_thread->setMaxThreadCount(1); // a cancelled job ends before the next begins
    }
#else
    Q_UNUSED(place)
#endif
    m_between_events.setInterval(0);
    connect(&m_between_events, &QTimer::timeout, this, [this] {
        const std::shared_ptr<Work> work = m_work;
        if (work && !doPiece(*work) && work == m_work) {
            m_between_events.stop();
            m_work.reset();
        }
    });
}

JobLane::~JobLane()
{
    m_cancel.raise();
#if QT_CONFIG(thread)
    if (m_thread) {
        m_thread->clear();
        m_thread->waitForDone();
    }
#endif
}

void JobLane::begin(std::shared_ptr<Job> job, std::function<Delivery(bool is_over)> take_news)
{
    m_cancel.raise();
    m_cancel = CancelFlag{};
    const auto work =
        std::make_shared<Work>(Work{std::move(job), std::move(take_news), m_cancel, ++m_newest});
    setBusy(true);
#if QT_CONFIG(thread)
    if (m_thread)
        return m_thread->start([this, work] {
            while (doPiece(*work)) { }
        });
#endif
    m_work = work;
    m_between_events.start();
}

void JobLane::cancel()
{
    m_cancel.raise();
    ++m_newest;
    m_between_events.stop();
    m_work.reset();
    setBusy(false);
}

bool JobLane::doPiece(Work& work)
{
    try {
        work.cancel.check();
        tellDoing(work);
        const auto tell = [this, ticket = work.ticket](
                              double done) { deliver(ticket, [this, done] { emit progressed(done); }); };
        const bool is_over = !work.job->advance({work.cancel, inHundredths(tell)});
        finishPiece(work, is_over);
        return !is_over;
    } catch (const Cancelled&) {
    } catch (const Error& error) {
        fail(work, error.message());
    } catch (const std::bad_alloc&) {
        fail(work, Message::tr("There is not enough memory for this."));
    } catch (
        const std::exception& error) { // of the standard library: the file system, a size that no memory has
        fail(work, Message(std::string(error.what())));
    }
    return false;
}

void JobLane::finishPiece(Work& work, bool is_over)
{
    const Delivery news = work.take_news(is_over);
    if (!is_over && !news)
        return;
    deliver(work.ticket, [this, is_over, news] {
        if (is_over)
            setBusy(false);
        if (news)
            news();
    });
}

void JobLane::tellDoing(Work& work)
{
    const Message what = work.job->doing();
    if (what.english() == work.doing)
        return;
    work.doing = what.english();
    deliver(work.ticket, [this, what] { emit doing(what); });
}

void JobLane::fail(const Work& work, const Message& message)
{
    deliver(work.ticket, [this, message] {
        setBusy(false);
        emit failed(message);
    });
}

void JobLane::deliver(int ticket, Delivery arrive)
{
    // The lane outlives its jobs, and what is still in the queue when it dies is never called.
    QMetaObject::invokeMethod(
        this,
        [this, ticket, arrive = std::move(arrive)] {
            if (ticket == m_newest)
                arrive();
        },
        Qt::QueuedConnection);
}

void JobLane::setBusy(bool is_busy)
{
    if (is_busy == m_is_busy)
        return;
    m_is_busy = is_busy;
    emit busyChanged(is_busy);
}

} // namespace glassformer
