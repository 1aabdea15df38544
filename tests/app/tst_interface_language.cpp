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

    void anotherLanguageIsSpokenForAWhileAndNoWidgetIsTold()
    {
        InterfaceLanguage language;
        const auto word = [] { return QCoreApplication::translate("Step", "Weighted sum"); };
        for (const char* window : {"en", "zh_CN"}) {
            language.choose(QString::fromLatin1(window));
            const QString before = word();
            struct Listener : QObject
            {
                int told = 0;
                bool eventFilter(QObject*, QEvent* event) override
                {
                    told += event->type() == QEvent::LanguageChange;
                    return false;
                }
            } listener;
            QCoreApplication::instance()->installEventFilter(&listener);
            {
                const SpokenLanguage chinese(QStringLiteral("zh_CN"));
                QCOMPARE(word(), QStringLiteral("值的加权和"));
                const SpokenLanguage english(QStringLiteral("en"));
                QCOMPARE(word(), QStringLiteral("Weighted sum"));
                const SpokenLanguage same{QString()};
                QCOMPARE(word(), QStringLiteral("Weighted sum"));
            }
            QCOMPARE(word(), before);
            QCOMPARE(listener.told, 0);
        }
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
