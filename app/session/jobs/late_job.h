#pragma once

#include "core/job.h"

#include <functional>
#include <memory>
#include <utility>

namespace glassformer {

/** A job that is made in its first piece, where making it takes time or may fail. */
template <typename Value> class LateJob final : public JobOf<Value>
{
public:
    using Make = std::function<std::unique_ptr<JobOf<Value>>()>;

    explicit LateJob(Make make)
        : m_make(std::move(make))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_job) {
            m_job = m_make();
            return true;
        }
        const bool is_more = m_job->advance(watch);
        if (std::optional<Value> news = m_job->takeNews())
            this->publish(std::move(*news));
        return is_more;
    }
    Message doing() const override { return m_job ? m_job->doing() : Message(); }

private:
    Make m_make;
    std::unique_ptr<JobOf<Value>> m_job;
};

template <typename Value> std::unique_ptr<JobOf<Value>> lateJob(typename LateJob<Value>::Make make)
{
    return std::make_unique<LateJob<Value>>(std::move(make));
}

} // namespace glassformer
