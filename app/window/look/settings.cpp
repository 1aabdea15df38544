#include "app/window/look/settings.h"

#include <QFile>

namespace glassformer {

void keepDamagedSettings()
{
    const QSettings present = settings();
    if (present.status() != QSettings::FormatError)
        return;
    const QString copy = present.fileName() + QStringLiteral(".damaged");
    QFile::remove(copy);
    QFile::copy(present.fileName(), copy);
}

} // namespace glassformer
