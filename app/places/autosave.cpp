#include "app/places/autosave.h"

#include "app/places/session_document.h"
#include "app/session/session.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/session_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>

namespace glassformer {
namespace {

constexpr int milliseconds = 2000;
const QString beginning = QStringLiteral("unsaved-");

} // namespace

QString stateFolder()
{
#ifdef Q_OS_LINUX
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state =
        QDir::isAbsolutePath(set) ? set : QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/Glassformer");
#else
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
#endif
}

QString lockOf(const QString& copy)
{
    return copy + QStringLiteral(".lock");
}

QString copyLeftBehind(const QString& folder)
{
    const QStringList copies =
        QDir(folder).entryList({beginning + u'*' + QLatin1String(session_ending)}, QDir::Files, QDir::Time);
    for (const QString& name : copies) {
        const QString path = folder + u'/' + name;
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0); // as long as its program lives
        if (lock.tryLock(0))
            return path;
    }
    return {};
}

Autosave::Autosave(SessionDocument& document, Session& session, const QString& folder)
    : m_document(document)
    , m_session(session)
    , m_folder(folder)
    , m_path(folder + u'/' + beginning + QString::number(QDateTime::currentMSecsSinceEpoch()) + u'-'
          + QString::number(QCoreApplication::applicationPid()) + QLatin1String(session_ending))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds);
    connect(&m_soon, &QTimer::timeout, this, &Autosave::keep);
    connect(&document, &SessionDocument::changed, this, &Autosave::considerSoon);
    connect(&session, &Session::runChanged, this, &Autosave::considerSoon);
    connect(&session, &Session::selectionChanged, this, &Autosave::considerSoon);
}

Autosave::~Autosave()
{
    QFile::remove(m_path);
}

void Autosave::considerSoon()
{
    if (!m_document.isModified())
        return keep();
    if (!m_soon.isActive())
        m_soon.start();
}

void Autosave::keep()
{
    m_soon.stop();
    if (m_document.isModified())
        return write();
    if (m_lock)
        QFile::remove(m_path);
    m_lock.reset();
}

void Autosave::write()
{
    try {
        SessionFile session = m_document.content();
        session.saved_as = m_document.path().toStdString();
        QDir().mkpath(m_folder);
        if (!m_lock) {
            m_lock = std::make_unique<QLockFile>(lockOf(m_path));
            m_lock->setStaleLockTime(0);
            m_lock->tryLock(0);
        }
        writeFile(m_path.toStdU16String(), sessionText(session));
    } catch (const Error& error) {
        if (!m_has_told)
            emit m_session.failed(error.message());
        m_has_told = true;
    }
}

} // namespace glassformer
