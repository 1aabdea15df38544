#include "widgets/pictures/find_bar.h"
#include "widgets/pictures/words/token_row.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace glassformer;

class TestFindBar : public QObject
{
    Q_OBJECT

private slots:
    void namesAndPlacesAreFound()
    {
        const std::vector<QString> names{QStringLiteral("The"), QStringLiteral("an"), QStringLiteral("imal"),
            QStringLiteral("12"), QStringLiteral("the")};
        const auto found = [&](const char* text) { return placesThatFit(names, QString::fromUtf8(text)); };
        QCOMPARE(found("the"), (std::vector<int>{0, 4}));
        QCOMPARE(found("2"), (std::vector<int>{2, 3})); // the place, and the name that has it
        QCOMPARE(found("animal"), (std::vector<int>{1})); // cut in two
        QCOMPARE(found("99"), std::vector<int>());
        QCOMPARE(found("zebra"), std::vector<int>());
        QCOMPARE(found("  "), std::vector<int>());
    }

    void enterGoesOnAndEscapeCloses()
    {
        QWidget page;
        auto* row = new TokenRow(&page);
        auto* column = new QVBoxLayout(&page);
        column->addWidget(row);
        std::vector<Chip> chips;
        for (int i = 0; i < 90; ++i)
            chips.push_back({i % 40 == 7 ? QStringLiteral("animal") : QStringLiteral("word"), {}, {}});
        row->setLongest(20);
        row->setChips(chips, 0);
        page.resize(600, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy chosen(row, &TokenRow::chipChosen);
        FindBar bar(&page);
        bar.open();
        QVERIFY(bar.isVisible());
        auto* text = bar.findChild<QLineEdit*>();
        QTest::keyClicks(text, QStringLiteral("animal"));
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(chosen.last().first().toInt(), 7);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(chosen.last().first().toInt(), 47);
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(chosen.last().first().toInt(), 7); // round
        QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(chosen.last().first().toInt(), 87);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
    }

    void aPageWithoutNamesHasNothingToFind()
    {
        QWidget page;
        page.show();
        FindBar bar(&page);
        bar.open();
        QVERIFY(!bar.isVisible());
    }
};

QTEST_MAIN(TestFindBar)
#include "tst_find_bar.moc"
