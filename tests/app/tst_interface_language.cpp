#include "app/window/look/interface_language.h"

#include <QtTest>

using namespace glassformer;

class TestInterfaceLanguage : public QObject
{
    Q_OBJECT

private slots:
    void chineseReplacesEnglishAndBack()
    {
        InterfaceLanguage language;
        language.choose(QStringLiteral("zh_CN"));
        QCOMPARE(QCoreApplication::translate("Step", "Softmax"), QStringLiteral("Softmax"));
        QCOMPARE(QCoreApplication::translate("Step", "Weighted sum"), QStringLiteral("值的加权和"));
        language.choose(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("Step", "Weighted sum"), QStringLiteral("Weighted sum"));
    }

    void anUnknownCodeIsEnglish()
    {
        InterfaceLanguage language;
        language.choose(QStringLiteral("tlh"));
        QCOMPARE(language.code(), QStringLiteral("en"));
    }

    void everyLanguageIsNamedInItself()
    {
        QCOMPARE(InterfaceLanguage::ownName(QStringLiteral("en")), QStringLiteral("English"));
        QCOMPARE(InterfaceLanguage::ownName(QStringLiteral("zh_CN")), QStringLiteral("简体中文"));
    }
};

QTEST_MAIN(TestInterfaceLanguage)
#include "tst_interface_language.moc"
