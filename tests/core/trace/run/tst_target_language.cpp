#include "core/trace/run/target_language.h"
#include "core/trace/words/language_codes.h"

#include <QtTest>

using namespace glassformer;

namespace {

QString found(const std::vector<std::string>& languages, const QString& asked)
{
    return QString::fromStdString(languageLike(languages, asked.toStdString()).value_or("none"));
}

} // namespace

/** Codes as models name their languages, and as people ask for them. */
class TestTargetLanguage : public QObject
{
    Q_OBJECT

private slots:
    void nllbIsAskedAsAnyOther_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("code");
        const auto add = [](const char* asked, const char* code) { QTest::newRow(asked) << asked << code; };
        add("fr", "fra_Latn");
        add("fra", "fra_Latn");
        add("FR-fr", "fra_Latn");
        add("fra_Latn", "fra_Latn");
        add("de", "deu_Latn");
        add("ar", "arb_Arab");
        add("fa", "pes_Arab");
        add("lv", "lvs_Latn");
        add("no", "nob_Latn");
        add("zh", "zho_Hans");
        add("zh_CN", "zho_Hans");
        add("zh-Hant", "zho_Hant");
        add("zh_TW", "zho_Hant");
        add("yue", "yue_Hant");
        add("tlh", "none");
        add("f", "none");
    }
    void nllbIsAskedAsAnyOther()
    {
        QFETCH(QString, asked);
        QFETCH(QString, code);
        QCOMPARE(found({"arb_Arab", "deu_Latn", "fra_Latn", "lvs_Latn", "nob_Latn", "pes_Arab", "yue_Hant",
                           "zho_Hans", "zho_Hant"},
                     asked),
            code);
    }

    void otherModelsAreAskedAsBefore()
    {
        QCOMPARE(found({"en_XX", "fr_XX", "zh_CN"}, "fr"), QStringLiteral("fr_XX"));
        QCOMPARE(found({"en_XX", "fr_XX", "zh_CN"}, "fra"), QStringLiteral("fr_XX"));
        QCOMPARE(found({"en_XX", "fr_XX", "zh_CN"}, "zh-cn"), QStringLiteral("zh_CN"));
        QCOMPARE(found({"en_XX", "pt_XX", "zh_CN"}, "pt_BR"), QStringLiteral("none"));
        QCOMPARE(found({"en", "fr", "zh"}, "fr_FR"), QStringLiteral("fr"));
        QCOMPARE(found({}, "fr"), QStringLiteral("none"));
    }

    void noCodeOfTwoLettersIsForgotten()
    {
        // The table is searched by halves: were it not sorted, these would not be found.
        for (const auto& [code, expected] : std::map<std::string, std::string>{{"af", "afr"}, {"cs", "ces"},
                 {"he", "heb"}, {"ko", "kor"}, {"no", "nob"}, {"ny", "nya"}, {"sr", "srp"}, {"zu", "zul"}})
            QCOMPARE(std::string(longLanguageCode(code)), expected);
        QCOMPARE(std::string(longLanguageCode("fra")), std::string("fra"));
        QCOMPARE(std::string(longLanguageCode("")), std::string());
    }
};

QTEST_GUILESS_MAIN(TestTargetLanguage)
#include "tst_target_language.moc"
