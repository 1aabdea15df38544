#include "app/window/look/interface_language.h"

#include "app/window/look/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <map>
#include <memory>

namespace glassformer {
namespace {

QString catalogueFile(const QString& code)
{
    return QStringLiteral(":/i18n/glassformer_") + code;
}

/** Read once, and kept. */
const QTranslator* catalogueOf(const QString& code)
{
    static std::map<QString, std::unique_ptr<QTranslator>> catalogues;
    std::unique_ptr<QTranslator>& catalogue = catalogues[code];
    if (!catalogue) {
        catalogue = std::make_unique<QTranslator>();
        (void)catalogue->load(catalogueFile(code));
    }
    return catalogue.get();
}

} // namespace

const QTranslator* OwnWords::spoken = nullptr;
bool OwnWords::speaks_english = false;

QString OwnWords::translate(const char* context, const char* source, const char* disambiguation, int n) const
{
    return speaks_english ? QString::fromUtf8(source)
        : spoken          ? spoken->translate(context, source, disambiguation, n)
                          : QTranslator::translate(context, source, disambiguation, n);
}

SpokenLanguage::SpokenLanguage(const QString& code)
    : m_before(OwnWords::spoken)
    , m_was_english(OwnWords::speaks_english)
{
    if (code.isEmpty())
        return;
    OwnWords::speaks_english = code == InterfaceLanguage::codes().first();
    OwnWords::spoken = OwnWords::speaks_english ? nullptr : catalogueOf(code);
}

SpokenLanguage::~SpokenLanguage()
{
    OwnWords::spoken = m_before;
    OwnWords::speaks_english = m_was_english;
}

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
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // Qt's own words (dialogs) are a help where the system has them, not a need.
    if (m_qt.load(QStringLiteral("qtbase_") + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    (void)m_own.load(catalogueFile(known)); // English has none: it stands in the code
    QCoreApplication::installTranslator(&m_own);
}

void InterfaceLanguage::chooseAsBefore()
{
    const QString system =
        QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    choose(settings().value(setting::language, system).toString());
}

} // namespace glassformer
