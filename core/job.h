#pragma once

#include "core/progress.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace glassformer {

/**
 * A long computation that is done in pieces, so that whoever drives it can stop between two, look at what is there so
 * far, or do something else meanwhile: on a thread of its own, between the events of a window, or in a plain loop. A
 * job keeps all that it reads, or says what must live longer, and knows nothing of where it runs.
 */
class Job
{
public:
    virtual ~Job() = default;

    /**
     * Does the next bounded piece of work. A piece that lasts looks at the watch's flag and tells its progress there.
     * @return whether anything is left; not called again after false
     * @throws Error for bad input, Cancelled if the flag was raised; the job is then over
     */
    virtual bool advance(const JobWatch& watch) = 0;

    /** What the next piece does, for people; empty if there is nothing to say. */
    virtual Message doing() const { return {}; }
};

/** A job that makes a value. What it knows on the way may be published too; the last piece publishes the whole. */
template <typename Value> class JobOf : public Job
{
public:
    /** What was published last, unless it was taken already. */
    std::optional<Value> takeNews() { return std::exchange(m_news, std::nullopt); }

protected:
    void publish(Value value) { m_news = std::move(value); }

private:
    std::optional<Value> m_news;
};

/** A computation that has no pieces: a file that is read, one layer. */
template <typename Value> class OnePiece final : public JobOf<Value>
{
public:
    explicit OnePiece(std::function<Value(const JobWatch&)> work, Message doing = {})
        : m_work(std::move(work))
        , m_doing(std::move(doing))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        this->publish(m_work(watch));
        return false;
    }
    Message doing() const override { return m_doing; }

private:
    std::function<Value(const JobWatch&)> m_work;
    Message m_doing;
};

template <typename Value>
std::unique_ptr<JobOf<Value>> onePiece(std::function<Value(const JobWatch&)> work, Message doing = {})
{
    return std::make_unique<OnePiece<Value>>(std::move(work), std::move(doing));
}

/** All pieces here and now. @throws what the job throws */
template <typename Value> Value finish(JobOf<Value>& job, const JobWatch& watch = {})
{
    do
        watch.cancel.check();
    while (job.advance(watch));
    return *job.takeNews();
}

} // namespace glassformer
