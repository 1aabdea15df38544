#include "widgets/look/language_name.h"

#include <QCoreApplication>
#include <QLocale>

namespace glassformer {

QString languageName(const QString& code)
{
    const QString language = code.section(u'_', 0, 0);
    if (language == QStringLiteral("en"))
        return QCoreApplication::translate("Language", "English");
    if (language == QStringLiteral("fr"))
        return QCoreApplication::translate("Language", "French");
    if (language == QStringLiteral("zh"))
        return QCoreApplication::translate("Language", "Chinese");
    const QString own = QLocale(language).nativeLanguageName();
    return QLocale(language).language() == QLocale::C || own.isEmpty() ? code : own;
}

} // namespace glassformer
