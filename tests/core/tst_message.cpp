#include "core/error.h"

#include <QtTest>

using namespace glassformer;

class TestMessage : public QObject
{
    Q_OBJECT

private slots:
    void placesTakeTheirArguments()
    {
        QCOMPARE(Message::tr("%2 before %1", 1, std::string("two")).english(), std::string("two before 1"));
        QCOMPARE(Message::tr("100 % of %1, %3", 7).english(), std::string("100 % of 7, %3"));
        QVERIFY(Message().empty());
    }

    void whatStandsInAnArgumentIsNoPlace()
    {
        QCOMPARE(Message::tr("%1 and %2", std::string("%2"), std::string("%1")).english(),
            std::string("%2 and %1"));
    }

    void sentencesInsideSentencesAreTranslatedAndNamesAreNot()
    {
        const Message message = Message::tr("%1 of %2", Message::tr("nothing"), std::string("nothing"));
        const auto translator = [](const std::string& sentence) -> std::string {
            return sentence == "nothing" ? "rien" : sentence == "%1 of %2" ? "de %2 : %1" : sentence;
        };
        QCOMPARE(message.translated(translator), std::string("de nothing : rien"));
        QCOMPARE(message.english(), std::string("nothing of nothing"));
    }

    void anErrorSaysItsPartsInOneLine()
    {
        const Error whole({Message::tr("six"), std::string("config.json, layers"), Message::tr("a number"),
            Message::tr("Change it.")});
        QCOMPARE(std::string(whole.what()),
            std::string("config.json, layers: six; expected a number. Change it."));
        QCOMPARE(whole.message().english(), std::string(whole.what()));
        QCOMPARE(std::string(Error({Message::tr("six"), {}, {}, {}}).what()), std::string("six"));
    }
};

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
