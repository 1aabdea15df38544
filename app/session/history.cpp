#include "app/session/history.h"

#include "app/session/session.h"

#include <utility>

namespace glassformer {

History::History(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_past(present(), most_moments)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &History::noticeSoon);
    connect(&session, &Session::runChanged, this, [this] {
        m_has_other_run = true;
        m_soon.start();
    });
    connect(&session, &Session::selectionChanged, &m_soon, QOverload<>::of(&QTimer::start));
    connect(&session, &Session::busyChanged, &m_soon, QOverload<>::of(&QTimer::start));
}

History::Moment History::present() const
{
    View view = viewOf(*m_session.trace(), m_session.selection());
    view.request = m_session.request();
    if (m_beside.now)
        view.compared = m_beside.now();
    Moment moment{ViewText::of(view).link(), m_session.openFiles(), m_session.recordedFile()};
    if (m_places) {
        moment.places = m_places->shared();
        moment.current = m_places->current();
    }
    return moment;
}

void History::keep(PlaceBook& places)
{
    m_places = &places;
    m_past.replace(present());
    connect(&places, &PlaceBook::changed, &m_soon, QOverload<>::of(&QTimer::start));
}

void History::forget()
{
    m_soon.stop();
    m_way.reset();
    m_has_other_run = false;
    m_past = Past<Moment>(present(), most_moments);
    emit changed();
}

bool History::isBusy() const
{
    return m_session.isBusy() || (m_beside.is_busy && m_beside.is_busy());
}

void History::noticeBeside()
{
    m_has_other_run = true;
    m_soon.start();
}

void History::noticeSoon()
{
    // A run beside that is on its way belongs to what the user did last.
    if (!m_beside.is_busy || !m_beside.is_busy())
        notice();
}

void History::notice()
{
    m_soon.stop();
    if (m_way && isBusy())
        return;
    Moment now = present();
    const bool has_other_run = std::exchange(m_has_other_run, false);
    if (const std::optional<Way> way = std::exchange(m_way, std::nullopt)) {
        // What could not be shown again, or was stopped on its way, leaves what was.
        if (now.isSame(way->from) && !now.isSame(m_past.now()))
            m_past.go(-way->by);
        else
            m_past.replace(std::move(now)); // another model may show the place otherwise
    } else if (!now.isSame(m_past.now())) {
        const bool is_act = now.places != m_past.now().places && !m_places->isNoting();
        now.is_place = !has_other_run && !is_act;
        const bool is_quick =
            now.is_place && m_past.now().is_place && m_since.isValid() && m_since.elapsed() < m_quick.count();
        is_quick ? m_past.replace(std::move(now)) : m_past.add(std::move(now));
        m_since.start();
    }
    emit changed();
}

void History::undo()
{
    go(-1);
}

void History::redo()
{
    go(1);
}

void History::go(int by)
{
    if (!m_way)
        notice();
    if (!m_past.canGo(by))
        return;
    if (!m_way)
        m_way = Way{m_past.now(), 0};
    m_way->by += by;
    m_past.go(by);
    show(m_past.now());
    notice();
}

void History::show(const Moment& moment)
{
    if (m_places && moment.places != m_places->shared())
        m_places->setList(moment.places, moment.current);
    const ViewText view = ViewText::fromLink(moment.link);
    if (moment.files == m_session.openFiles()) {
        const View wanted = view.over({});
        m_session.show(wanted);
        if (m_beside.show)
            m_beside.show(wanted.compared);
    } else if (moment.recorded.empty())
        m_session.openModel(moment.files, {}, view);
    else
        m_session.openTrace(moment.files, moment.recorded);
}

} // namespace glassformer
