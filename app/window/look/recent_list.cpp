#include "app/window/look/recent_list.h"

#include "app/window/look/settings.h"

namespace glassformer {

QStringList recentList(const QString& key)
{
    return settings().value(key).toStringList();
}

void rememberRecent(const QString& key, const QString& what, qsizetype most)
{
    QStringList recent = recentList(key);
    recent.removeAll(what);
    recent.prepend(what);
    settings().setValue(key, recent.mid(0, most));
}

} // namespace glassformer
