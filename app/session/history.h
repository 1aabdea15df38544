#pragma once

#include "app/places/place_book.h"
#include "app/session/past.h"
#include "core/file/bytes/files.h"
#include "core/trace/look/view_text.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace glassformer {

class Session;

/**
 * What was shown before, as texts of views: every text, change, chosen word, model and place, to go back to and forth;
 * and what the list of kept places was.
 * Places that follow each other quickly are one.
 */
class History : public QObject
{
    Q_OBJECT

public:
    /** The session has a run and outlives it. */
    explicit History(Session& session, QObject* parent = nullptr);

    /** What stands beside the run and is part of the view, but not the session's: another run to compare with. */
    struct Beside
    {
        std::function<std::optional<ComparedView>()> now;
        std::function<void(const std::optional<ComparedView>&)> show;
        std::function<bool()> is_busy;
    };
    void setBeside(Beside beside) { m_beside = std::move(beside); }
    /** It has changed, or is not on its way any more. */
    void noticeBeside();
    /** What is done to the list of places is undone too. It outlives the history. */
    void keep(PlaceBook& places);
    /** Nothing of before can be come back to. */
    void forget();

    bool canUndo() const { return m_past.canGo(-1); }
    bool canRedo() const { return m_past.canGo(1); }
    void undo();
    void redo();

    /** Places that are looked at for a shorter time are not come back to. */
    void setQuick(std::chrono::milliseconds quick) { m_quick = quick; }

    static constexpr std::size_t most_moments = 200;

signals:
    void changed(); ///< what can be undone or redone

private:
    /** What was shown at a time. */
    struct Moment
    {
        std::string link; ///< the text of the view
        FilesPointer files; ///< of the model, or of the recorded run
        std::string recorded; ///< the name of the recorded run; empty: a run of the model
        SharedPlaces places{}; ///< to come back to; null: none are kept
        std::optional<std::size_t> current{}; ///< of them
        bool is_place = false; ///< only the selection, or letters of a note, differed from the moment before

        bool isSame(const Moment& other) const
        {
            return link == other.link && files == other.files && places == other.places;
        }
    };

    Moment present() const;
    void noticeSoon();
    void notice();
    void go(int by);
    void show(const Moment& moment);

    bool isBusy() const;

    Session& m_session;
    Beside m_beside; ///< empty: nothing
    PlaceBook* m_places = nullptr;
    Past<Moment> m_past;
    bool m_has_other_run = false; ///< since the last moment
    struct Way
    {
        Moment from;
        int by = 0;
    };
    std::optional<Way> m_way; ///< to a moment that is on its way to the screen
    QElapsedTimer m_since; ///< the last place
    std::chrono::milliseconds m_quick{700};
    QTimer m_soon; ///< what one act changes is noticed once
};

} // namespace glassformer
