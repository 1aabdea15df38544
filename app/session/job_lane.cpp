#include "app/session/job_lane.h"

#include "core/error.h"

#include <QMetaObject>

#include <memory>
#include <new>

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

JobLane::JobLane(QObject* parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

JobLane::~JobLane()
{
    m_cancel.raise();
    m_thread.clear();
    m_thread.waitForDone();
}

void JobLane::start(Job job)
{
    m_cancel.raise();
    m_cancel = CancelFlag{};
    const int ticket = ++m_newest;
    setBusy(true);
    m_thread.start([this, job = std::move(job), cancel = m_cancel, ticket] { runJob(job, cancel, ticket); });
}

void JobLane::cancel()
{
    m_cancel.raise();
    ++m_newest;
    setBusy(false);
}

void JobLane::runJob(const Job& job, const CancelFlag& cancel, int ticket)
{
    const auto fail = [this, ticket](const Message& message) {
        deliver(ticket, [this, message] {
            setBusy(false);
            emit failed(message);
        });
    };
    try {
        cancel.check();
        const auto tell = [this, ticket](
                              double done) { deliver(ticket, [this, done] { emit progressed(done); }); };
        Finish finish = job({cancel, inHundredths(tell)});
        deliver(ticket, [this, finish = std::move(finish)] {
            setBusy(false);
            finish();
        });
    } catch (const Cancelled&) {
    } catch (const Error& error) {
        fail(error.message());
    } catch (const std::bad_alloc&) {
        fail(Message::tr("There is not enough memory for this."));
    } catch (
        const std::exception& error) { // of the standard library: the file system, a size that no memory has
        fail(Message(std::string(error.what())));
    }
}

void JobLane::deliver(int ticket, std::function<void()> arrive)
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
