#pragma once

#include <QStringList>

namespace glassformer {

/** Files of sessions that were opened or saved lately, the newest first. */
QStringList recentSessions();
void rememberSession(const QString& path);

} // namespace glassformer
