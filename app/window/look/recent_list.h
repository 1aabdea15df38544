#pragma once

#include <QStringList>

namespace glassformer {

/** What was used lately, the newest first; `key` is one of settings.h. */
QStringList recentList(const QString& key);
/** Puts it in front of the list, of which no more than `most` are kept. */
void rememberRecent(const QString& key, const QString& what, qsizetype most = 8);

} // namespace glassformer
