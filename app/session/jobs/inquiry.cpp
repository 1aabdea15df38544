#include "app/session/jobs/inquiry.h"

#include <utility>

namespace glassformer {

Inquiry::Inquiry(std::function<void(JobLane&)> begin, std::function<void()> forget)
    : m_begin(std::move(begin))
    , m_forget(std::move(forget))
{
    connect(&m_lane, &JobLane::busyChanged, this, &Inquiry::changed);
    connect(&m_lane, &JobLane::doing, this, [this](const Message& what) {
        m_doing = what;
        emit changed();
    });
    connect(&m_lane, &JobLane::progressed, this, [this](double done) {
        m_done = done;
        emit changed();
    });
    connect(&m_lane, &JobLane::failed, this, [this](const Message& message) {
        m_trouble = message;
        emit changed();
    });
}

void Inquiry::open()
{
    m_is_open = true;
    if (!m_is_begun)
        start();
    emit changed();
}

void Inquiry::close()
{
    m_is_open = false;
    if (m_lane.isBusy())
        rest();
    emit changed();
}

void Inquiry::start()
{
    rest();
    m_is_begun = true;
    m_begin(m_lane);
    emit changed();
}

void Inquiry::stop()
{
    m_is_stopped = m_lane.isBusy();
    m_lane.cancel();
    emit changed();
}

void Inquiry::ask(bool is_worth_it)
{
    if (m_is_open && is_worth_it)
        return start();
    rest();
    emit changed();
}

void Inquiry::rest()
{
    m_lane.cancel();
    m_forget();
    m_is_begun = m_is_stopped = false;
    m_done = 0;
    m_doing = m_trouble = {};
}

} // namespace glassformer
