#pragma once

#include "app/session/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace glassformer {

/** Until nothing is made and everything is painted; milliseconds. */
inline qint64 settled(const Session& session)
{
    QElapsedTimer timer;
    timer.start();
    while (session.isBusy())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    return timer.elapsed();
}

} // namespace glassformer
