#include "app/places/recent_sessions.h"

#include "app/window/look/recent_list.h"
#include "app/window/look/settings.h"

namespace glassformer {

QStringList recentSessions()
{
    return recentList(setting::recent_sessions);
}

void rememberSession(const QString& path)
{
    rememberRecent(setting::recent_sessions, path);
}

} // namespace glassformer
