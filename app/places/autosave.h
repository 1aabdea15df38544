#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

class QLockFile;

namespace glassformer {

class Session;
class SessionDocument;

/** Where copies of what is not saved are kept: the desktop's folder for the state of programs. */
QString stateFolder();

/**
 * Keeps a copy of a session that is not saved, so that a program that is killed loses two seconds of it at most. The copy
 * goes when the session is saved, and with this object.
 */
class Autosave : public QObject
{
    Q_OBJECT

public:
    /** The folder is made when it is needed. Both outlive this object. */
    Autosave(SessionDocument& document, Session& session, const QString& folder);
    ~Autosave() override;

    /** The copy, whether it is there or not. */
    const QString& path() const { return m_path; }
    /** Brings the copy up to date, without waiting. */
    void keep();

private:
    void considerSoon();
    void write();

    SessionDocument& m_document;
    Session& m_session;
    QString m_folder, m_path;
    std::unique_ptr<QLockFile> m_lock; ///< says that the program lives, as long as there is a copy
    QTimer m_soon;
    bool m_has_told = false; ///< that it cannot be written
};

/** The newest copy in a folder that a program left behind which is no longer there; empty if there is none. */
QString copyLeftBehind(const QString& folder);

/** The lock beside a copy. */
QString lockOf(const QString& copy);

} // namespace glassformer
