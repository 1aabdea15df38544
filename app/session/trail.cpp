#include "app/session/trail.h"

#include "app/session/session.h"

#include <utility>

namespace glassformer {

Trail::Trail(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_past(session.selection(), most_pages)
{
    connect(&session, &Session::selectionChanged, this, &Trail::notice);
    connect(&session, &Session::runChanged, this, [this] {
        m_is_led = m_is_going = false;
        notice();
    });
    connect(&session, &Session::modelChanged, this,
        [this] { m_past = Past<Selection>(m_session.selection(), most_pages); });
}

void Trail::follow(const Selection& selection)
{
    m_is_led = true;
    m_session.select(selection);
}

void Trail::notice()
{
    const Selection& now = m_session.selection();
    const bool is_led = std::exchange(m_is_led, false);
    const bool is_going = std::exchange(m_is_going, false);
    const bool is_page = !is_going && (is_led || now.step != m_past.now().step);
    is_page ? m_past.add(now) : m_past.replace(now);
}

void Trail::go(int by)
{
    if (!m_past.canGo(by))
        return;
    const Selection look = m_past.go(by);
    m_is_going = look != m_session.selection();
    m_session.select(look);
}

} // namespace glassformer
