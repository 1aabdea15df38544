#pragma once

#include "app/session/past.h"
#include "core/trace/look/selection.h"

#include <QObject>

namespace glassformer {

class Session;

/**
 * Where the user looked, page by page: a step is a page, and so is what a number led to. Back and forward go there in the
 * run that is shown.
 */
class Trail : public QObject
{
    Q_OBJECT

public:
    /** The session has a run and outlives it. */
    explicit Trail(Session& session, QObject* parent = nullptr);

    /** Follows a number to where it came from. */
    void follow(const Selection& selection);

    bool canGoBack() const { return m_past.canGo(-1); }
    bool canGoForward() const { return m_past.canGo(1); }
    void back() { go(-1); }
    void forward() { go(1); }

    static constexpr std::size_t most_pages = 100;

private:
    void notice();
    void go(int by);

    Session& m_session;
    Past<Selection> m_past;
    bool m_is_led = false; ///< what comes is a page of its own
    bool m_is_going = false; ///< what comes is a page that was there
};

} // namespace glassformer
