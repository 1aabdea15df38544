#include "app/window/look/interface_language.h"

#include "app/window/look/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace glassformer {

InterfaceLanguage::InterfaceLanguage(QObject* parent)
    : QObject(parent)
{
}

QStringList InterfaceLanguage::codes()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString InterfaceLanguage::ownName(const QString& code)
{
    return code == QStringLiteral("zh_CN") ? QStringLiteral("简体中文") : QStringLiteral("English");
}

void InterfaceLanguage::choose(const QString& code)
{
    const QString known = codes().contains(code) ? code : codes().first();
    if (known == m_code)
        return;
    m_code = known;
    for (QTranslator* translator : {&m_own, &m_qt})
        QCoreApplication::removeTranslator(translator);
    // Qt's own words (dialogs) are a help where the system has them, not a need.
    if (m_qt.load(QStringLiteral("qtbase_") + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/glassformer_") + known))
        QCoreApplication::installTranslator(&m_own);
}

void InterfaceLanguage::chooseAsBefore()
{
    const QString system =
        QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    choose(settings().value(setting::language, system).toString());
}

} // namespace glassformer
