#pragma once

#include "app/places/place_book.h"

#include <QObject>
#include <QString>

namespace glassformer {

class Session;
class ViewText;
struct SessionFile;

/**
 * The file in which places are kept, with what is on the screen. Where one looks is saved along but is no change of it:
 * only the places are what can be unsaved.
 */
class SessionDocument : public QObject
{
    Q_OBJECT

public:
    /** What came of a file that was read. */
    enum class Show
    {
        View, ///< goes to where one was when it was saved
        Nothing ///< only its places: something else is shown
    };

    SessionDocument(Session& session, PlaceBook& places, QObject* parent = nullptr);

    /** Of its file; empty if it has none yet. */
    const QString& path() const { return m_path; }
    /** The file's name without its ending; empty if it has none yet. */
    QString name() const;
    bool isModified() const;

    /** False if it could not be read: Session::failed() told why, and all is as it was. A view that cannot be shown is told too. */
    bool open(const QString& path, Show show = Show::View);
    /** False if it could not be written: Session::failed() told why, and the file is as it was. Has the ending of sessions. */
    bool save(const QString& path);
    /** No places and no file. */
    void begin();
    /** What was kept of a session that was not saved. */
    void recover(const SessionFile& session);
    /** What would be saved. */
    SessionFile content() const;

signals:
    void changed(); ///< its name, or whether it is modified
    void replaced(); ///< by another one: what was before is not to be come back to

private:
    void take(const SessionFile& session, const QString& path);
    void showView(const ViewText& view);

    Session& m_session;
    PlaceBook& m_places;
    QString m_path;
    SharedPlaces m_saved; ///< those in the file; null: of a session that was recovered, whatever they are
};

/** The path with the ending of sessions. */
QString sessionPath(const QString& path);
/** Whether a file is to be opened as one: its name has that ending, and it is no view alone. Reads it. */
bool isSessionFile(const QString& path);

} // namespace glassformer
