#include "app/experiments/one_line.h"

#include <QtTest>

using namespace glassformer;

/** A sentence above one of two runs: the word in which they differ is seen, however narrow the line is. */
class TestOneLine : public QObject
{
    Q_OBJECT

private slots:
    void theDifferingPartIsOfWholeWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("part");
        QTest::newRow("one word") << "it was too tired."
                                  << "it was too wide."
                                  << "tired";
        QTest::newRow("a common beginning") << "the cat sat"
                                            << "the car sat"
                                            << "cat";
        QTest::newRow("a common end") << "they were tired"
                                      << "they were fired"
                                      << "tired";
        QTest::newRow("Chinese") << "因为它太累了。"
                                 << "因为它太宽了。"
                                 << "累";
        QTest::newRow("all of it") << "yes"
                                   << "no"
                                   << "yes";
        QTest::newRow("nothing") << "the same"
                                 << "the same"
                                 << "";
        QTest::newRow("none") << ""
                              << "something"
                              << "";
    }
    void theDifferingPartIsOfWholeWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, other);
        QFETCH(QString, part);
        const KeptPart found = differingPart(text, other);
        QCOMPARE(text.mid(found.from, found.length), part);
    }

    void whatIsKeptIsSeenWhereverItStands_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("at the beginning") << "animal";
        QTest::newRow("in the middle") << "street";
        QTest::newRow("at the end") << "tired";
    }
    void whatIsKeptIsSeenWhereverItStands()
    {
        QFETCH(QString, word);
        const QString text = QStringLiteral("Left: the animal did not cross the street since it was tired.");
        OneLine line;
        const KeptPart kept{text.indexOf(word), word.size(), 5};
        line.setWhole(text, kept);
        line.show();
        QVERIFY(QTest::qWaitForWindowExposed(&line));
        const int whole = line.sizeHint().width();
        for (const double share : {0.9, 0.6, 0.4}) {
            line.resize(int(share * whole), line.sizeHint().height());
            QVERIFY2(line.text().contains(word), qPrintable(line.text()));
            QVERIFY2(line.text().startsWith(QStringLiteral("Left:")), qPrintable(line.text()));
            QVERIFY(line.fontMetrics().horizontalAdvance(line.text()) <= line.width());
            QVERIFY(line.toolTip().contains(QStringLiteral("did not cross")));
        }
        line.resize(whole, line.sizeHint().height());
        QCOMPARE(line.text(), text);
        QVERIFY(line.toolTip().isEmpty());
    }
};

QTEST_MAIN(TestOneLine)
#include "tst_one_line.moc"
