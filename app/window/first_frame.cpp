#include "app/window/first_frame.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace glassformer {
namespace {

class FirstFrame : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // The window's backing store is flushed to the screen at the end of this event, before the timer runs.
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, [] { QCoreApplication::quit(); });
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void quitAfterFirstFrame(QWidget& window)
{
    window.installEventFilter(new FirstFrame(&window));
}

} // namespace glassformer
