#include "app/places/session_document.h"

#include "app/places/recent_sessions.h"
#include "app/session/session.h"
#include "app/window/view_link.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/session_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace glassformer {

namespace {

bool hasSessionEnding(const QString& path)
{
    return path.endsWith(QLatin1String(session_ending), Qt::CaseInsensitive);
}

} // namespace

QString sessionPath(const QString& path)
{
    return hasSessionEnding(path) ? path : path + QLatin1String(session_ending);
}

bool isSessionFile(const QString& path)
{
    if (!hasSessionEnding(path))
        return false;
    try {
        return isSession(readFile(path.toStdU16String(), largest_session), path.toStdString());
    } catch (const Error&) {
        return true; // who opens it tells what is wrong
    }
}

SessionDocument::SessionDocument(Session& session, PlaceBook& places, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_places(places)
    , m_saved(places.shared())
{
    connect(&places, &PlaceBook::changed, this, &SessionDocument::changed);
}

QString SessionDocument::name() const
{
    return QFileInfo(m_path).completeBaseName();
}

bool SessionDocument::isModified() const
{
    return !m_saved || (m_places.shared() != m_saved && m_places.list() != *m_saved);
}

bool SessionDocument::open(const QString& path, Show show)
{
    try {
        const std::string where = path.toStdString();
        const SessionFile session = sessionFromText(readFile(path.toStdU16String(), largest_session), where);
        take(session, QFileInfo(path).absoluteFilePath());
        m_saved = m_places.shared();
        rememberSession(m_path);
        emit changed();
        if (show == Show::View)
            showView(session.beginning());
        return true;
    } catch (const Error& error) {
        emit m_session.failed(error.message());
        return false;
    }
}

bool SessionDocument::save(const QString& path)
{
    try {
        const QString whole = sessionPath(path);
        const std::string text = sessionText(content());
        if (text.size() > largest_session)
            throw Error({Message::tr("a session of %1 bytes", text.size()), whole.toStdString(),
                Message::tr("at most %1", largest_session), {}});
        writeFile(whole.toStdU16String(), text);
        m_path = QFileInfo(whole).absoluteFilePath();
        m_saved = m_places.shared();
        rememberSession(m_path);
        emit changed();
        return true;
    } catch (const Error& error) {
        emit m_session.failed(error.message());
        return false;
    }
}

void SessionDocument::begin()
{
    take({}, {});
    m_saved = m_places.shared();
    emit changed();
}

void SessionDocument::recover(const SessionFile& session)
{
    m_saved = nullptr;
    take(session, QString::fromStdString(session.saved_as));
    showView(session.beginning());
}

SessionFile SessionDocument::content() const
{
    SessionFile session{m_places.list(), m_places.current(), {},
        "Glassformer " + QCoreApplication::applicationVersion().toStdString(), {}};
    if (!m_session.isRecorded())
        session.view = ViewText::of(shownView(m_session));
    return session;
}

void SessionDocument::take(const SessionFile& session, const QString& path)
{
    m_path = path;
    m_places.setList(std::make_shared<const KeptPlaces>(session.places), session.place);
    emit replaced();
}

/** What is wrong with the view, or with its model, leaves the places. */
void SessionDocument::showView(const ViewText& view)
{
    if (view.fields().empty())
        return;
    try {
        openView(m_session, view);
    } catch (const Error& error) {
        emit m_session.failed(error.message());
    }
}

} // namespace glassformer
