#include "widgets/look/line_text.h"

#include <QPushButton>
#include <QTextDocumentFragment>
#include <QtTest>

using namespace glassformer;

class TestLineText : public QObject
{
    Q_OBJECT

private slots:
    void onlyLongWordsGetPlacesToBreak()
    {
        const QString plain = QStringLiteral("The animal didn't cross the street.");
        QCOMPARE(breakableText(plain, 10), plain);
        QCOMPARE(breakableText(QStringLiteral("a tardtardtard b"), 4),
            QStringLiteral("a tard\u200btard\u200btard b"));
        QCOMPARE(breakableText({}, 4), QString());
    }

    void charactersOfSeveralUnitsStayWhole()
    {
        const QString family = QStringLiteral("\U0001F468\u200d\U0001F469\u200d\U0001F467");
        QCOMPARE(breakableText(family + family, 1), family + QStringLiteral("\u200b") + family);
        const QString flag = QStringLiteral("\U0001F1EB\U0001F1F7"); // four units, one character
        QCOMPARE(shortenedText(flag + flag, 5, false), flag + QStringLiteral("…"));
        QCOMPARE(shortenedText(flag + flag, 5, true), QStringLiteral("…") + flag);
    }

    void aTipTakesNoTokenForMarkup()
    {
        QCOMPARE(QTextDocumentFragment::fromHtml(tipText(QStringLiteral("<s> → The = 0.5"))).toPlainText(),
            QStringLiteral("<s> → The = 0.5"));
        const QString lines = QStringLiteral("a  b &amp; %1\nc");
        QCOMPARE(QTextDocumentFragment::fromHtml(tipText(lines)).toPlainText(), lines);
    }

    void namesAreWrittenAsFormulasHaveThem()
    {
        const auto plain = [](const QString& html) {
            return QTextDocumentFragment::fromHtml(html).toPlainText();
        };
        QCOMPARE(withSubscripts(QStringLiteral("÷ d_k, then W_O.")),
            QStringLiteral("÷ d<sub>k</sub>, then W<sub>O</sub>."));
        QCOMPARE(plain(withSubscripts(QStringLiteral("÷ √d_k"))), QStringLiteral("÷ √dk"));
        const QString text = QStringLiteral("a <b>, snake_case & 2_fast");
        QCOMPARE(plain(withSubscripts(text)), text);
        QVERIFY(!withSubscripts(text).contains(QStringLiteral("<sub>")));
    }

    void anAmpersandIsNoShortcut()
    {
        QPushButton button(literalLabel(QStringLiteral("R&D && more")));
        QVERIFY(button.shortcut().isEmpty());
        QCOMPARE(button.text(), QStringLiteral("R&&D &&&& more"));
        QVERIFY(!QPushButton(QStringLiteral("R&D")).shortcut().isEmpty());
    }

    void aLongTextIsCutWhereItCountsLess()
    {
        const QString text = QStringLiteral("0123456789");
        QCOMPARE(shortenedText(text, 10, true), text);
        QCOMPARE(shortenedText(text, 4, false), QStringLiteral("0123…"));
        QCOMPARE(shortenedText(text, 4, true), QStringLiteral("…6789"));
    }

    void sentencesHaveASpaceBetweenThemUnlessTheirSignsBringIt()
    {
        QCOMPARE(sentencesText({QStringLiteral("One."), QString(), QStringLiteral("Two: three.")}),
            QStringLiteral("One. Two: three."));
        QCOMPARE(sentencesText({QStringLiteral("一。"), QStringLiteral("二：")}), QStringLiteral("一。二："));
        QCOMPARE(sentencesText({QString(), QString()}), QString());
    }
};

QTEST_MAIN(TestLineText)
#include "tst_line_text.moc"
