#include "app/places/recent_sessions.h"

#include "app/window/look/settings.h"

namespace glassformer {
namespace {

constexpr qsizetype most_recent = 8;

} // namespace

QStringList recentSessions()
{
    return settings().value(setting::recent_sessions).toStringList();
}

void rememberSession(const QString& path)
{
    QStringList recent = recentSessions();
    recent.removeAll(path);
    recent.prepend(path);
    settings().setValue(setting::recent_sessions, recent.mid(0, most_recent));
}

} // namespace glassformer
