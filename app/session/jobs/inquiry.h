#pragma once

#include "app/session/jobs/job_lane.h"

#include <QObject>

#include <functional>

namespace glassformer {

/**
 * Something that is found out when somebody wants to know: it is opened, works beside the window in a lane of its own,
 * tells how far it is, and can be stopped; what was found by then stays. Whoever made it keeps what it finds.
 */
class Inquiry : public QObject
{
    Q_OBJECT

public:
    /** \param begin  starts the job. \param forget  drops what was found */
    Inquiry(std::function<void(JobLane&)> begin, std::function<void()> forget);

    bool isOpen() const { return m_is_open; }
    /** Shows it, and finds out what isn't known yet. */
    void open();
    /** Nobody looks any more: what is under way is dropped. */
    void close();
    /** From the beginning. */
    void start();
    void stop();
    /** What was asked about is another thing now: finds that out if `is_worth_it` and somebody looks. */
    void ask(bool is_worth_it);

    bool isBusy() const { return m_lane.isBusy(); }
    /** Whether it was begun for what is asked about now. */
    bool isBegun() const { return m_is_begun; }
    /** Whether it was stopped before its end. */
    bool isStopped() const { return m_is_stopped; }
    double done() const { return m_done; } ///< 0 .. 1
    const Message& doing() const { return m_doing; }
    /** Why nothing can be found out; empty: for no reason. */
    const Message& trouble() const { return m_trouble; }

signals:
    void changed(); ///< any of the above

private:
    void rest();

    std::function<void(JobLane&)> m_begin;
    std::function<void()> m_forget;
    bool m_is_open = false, m_is_begun = false, m_is_stopped = false;
    double m_done = 0;
    Message m_doing, m_trouble;
    JobLane m_lane;
};

} // namespace glassformer
