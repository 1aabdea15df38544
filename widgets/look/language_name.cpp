#include "widgets/look/language_name.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace glassformer {
namespace {

struct NamedLanguage
{
    std::string_view code;
    const char* name;
};

/** Those that translating models are published for; by code. */
constexpr std::array languages{
    NamedLanguage{"af", QT_TRANSLATE_NOOP("Language", "Afrikaans")},
    NamedLanguage{"ar", QT_TRANSLATE_NOOP("Language", "Arabic")},
    NamedLanguage{"az", QT_TRANSLATE_NOOP("Language", "Azerbaijani")},
    NamedLanguage{"bg", QT_TRANSLATE_NOOP("Language", "Bulgarian")},
    NamedLanguage{"bn", QT_TRANSLATE_NOOP("Language", "Bengali")},
    NamedLanguage{"ca", QT_TRANSLATE_NOOP("Language", "Catalan")},
    NamedLanguage{"cs", QT_TRANSLATE_NOOP("Language", "Czech")},
    NamedLanguage{"da", QT_TRANSLATE_NOOP("Language", "Danish")},
    NamedLanguage{"de", QT_TRANSLATE_NOOP("Language", "German")},
    NamedLanguage{"el", QT_TRANSLATE_NOOP("Language", "Greek")},
    NamedLanguage{"en", QT_TRANSLATE_NOOP("Language", "English")},
    NamedLanguage{"es", QT_TRANSLATE_NOOP("Language", "Spanish")},
    NamedLanguage{"et", QT_TRANSLATE_NOOP("Language", "Estonian")},
    NamedLanguage{"fa", QT_TRANSLATE_NOOP("Language", "Persian")},
    NamedLanguage{"fi", QT_TRANSLATE_NOOP("Language", "Finnish")},
    NamedLanguage{"fr", QT_TRANSLATE_NOOP("Language", "French")},
    NamedLanguage{"gl", QT_TRANSLATE_NOOP("Language", "Galician")},
    NamedLanguage{"gu", QT_TRANSLATE_NOOP("Language", "Gujarati")},
    NamedLanguage{"he", QT_TRANSLATE_NOOP("Language", "Hebrew")},
    NamedLanguage{"hi", QT_TRANSLATE_NOOP("Language", "Hindi")},
    NamedLanguage{"hr", QT_TRANSLATE_NOOP("Language", "Croatian")},
    NamedLanguage{"hu", QT_TRANSLATE_NOOP("Language", "Hungarian")},
    NamedLanguage{"id", QT_TRANSLATE_NOOP("Language", "Indonesian")},
    NamedLanguage{"it", QT_TRANSLATE_NOOP("Language", "Italian")},
    NamedLanguage{"ja", QT_TRANSLATE_NOOP("Language", "Japanese")},
    NamedLanguage{"ka", QT_TRANSLATE_NOOP("Language", "Georgian")},
    NamedLanguage{"kk", QT_TRANSLATE_NOOP("Language", "Kazakh")},
    NamedLanguage{"km", QT_TRANSLATE_NOOP("Language", "Khmer")},
    NamedLanguage{"ko", QT_TRANSLATE_NOOP("Language", "Korean")},
    NamedLanguage{"lt", QT_TRANSLATE_NOOP("Language", "Lithuanian")},
    NamedLanguage{"lv", QT_TRANSLATE_NOOP("Language", "Latvian")},
    NamedLanguage{"mk", QT_TRANSLATE_NOOP("Language", "Macedonian")},
    NamedLanguage{"ml", QT_TRANSLATE_NOOP("Language", "Malayalam")},
    NamedLanguage{"mn", QT_TRANSLATE_NOOP("Language", "Mongolian")},
    NamedLanguage{"mr", QT_TRANSLATE_NOOP("Language", "Marathi")},
    NamedLanguage{"my", QT_TRANSLATE_NOOP("Language", "Burmese")},
    NamedLanguage{"ne", QT_TRANSLATE_NOOP("Language", "Nepali")},
    NamedLanguage{"nl", QT_TRANSLATE_NOOP("Language", "Dutch")},
    NamedLanguage{"pl", QT_TRANSLATE_NOOP("Language", "Polish")},
    NamedLanguage{"ps", QT_TRANSLATE_NOOP("Language", "Pashto")},
    NamedLanguage{"pt", QT_TRANSLATE_NOOP("Language", "Portuguese")},
    NamedLanguage{"ro", QT_TRANSLATE_NOOP("Language", "Romanian")},
    NamedLanguage{"ru", QT_TRANSLATE_NOOP("Language", "Russian")},
    NamedLanguage{"si", QT_TRANSLATE_NOOP("Language", "Sinhala")},
    NamedLanguage{"sk", QT_TRANSLATE_NOOP("Language", "Slovak")},
    NamedLanguage{"sl", QT_TRANSLATE_NOOP("Language", "Slovenian")},
    NamedLanguage{"sv", QT_TRANSLATE_NOOP("Language", "Swedish")},
    NamedLanguage{"sw", QT_TRANSLATE_NOOP("Language", "Swahili")},
    NamedLanguage{"ta", QT_TRANSLATE_NOOP("Language", "Tamil")},
    NamedLanguage{"te", QT_TRANSLATE_NOOP("Language", "Telugu")},
    NamedLanguage{"th", QT_TRANSLATE_NOOP("Language", "Thai")},
    NamedLanguage{"tl", QT_TRANSLATE_NOOP("Language", "Tagalog")},
    NamedLanguage{"tr", QT_TRANSLATE_NOOP("Language", "Turkish")},
    NamedLanguage{"uk", QT_TRANSLATE_NOOP("Language", "Ukrainian")},
    NamedLanguage{"ur", QT_TRANSLATE_NOOP("Language", "Urdu")},
    NamedLanguage{"vi", QT_TRANSLATE_NOOP("Language", "Vietnamese")},
    NamedLanguage{"xh", QT_TRANSLATE_NOOP("Language", "Xhosa")},
    NamedLanguage{"zh", QT_TRANSLATE_NOOP("Language", "Chinese")},
};

} // namespace

QString languageName(const QString& code)
{
    const QString language = code.section(u'_', 0, 0);
    const auto* const known =
        std::find_if(languages.begin(), languages.end(), [&](const NamedLanguage& entry) {
            return language == QLatin1String(entry.code.data(), qsizetype(entry.code.size()));
        });
    if (known != languages.end())
        return QCoreApplication::translate("Language", known->name);
    const QString own = QLocale(language).nativeLanguageName();
    return QLocale(language).language() == QLocale::C || own.isEmpty() ? code : own;
}

} // namespace glassformer
