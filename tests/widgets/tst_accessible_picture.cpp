#include "widgets/accessible/accessible_picture.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/token_row.h"

#include <QAccessible>
#include <QtTest>

using namespace glassformer;

/** What a screen reader finds: a map is a table with names and numbers, and the arithmetic is text. */
class TestAccessiblePicture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { makePicturesAccessible(); }

    void aMapIsATable()
    {
        Heatmap map;
        map.setAccessibleName(QStringLiteral("attention weights"));
        HeatmapContent content;
        content.rows = 2;
        content.columns = 3;
        content.values = {0.1F, 0.2F, 0.7F, 0.25F, 0.5F, 0.25F};
        content.row_labels = {{QStringLiteral("it")}, {QStringLiteral("was")}};
        content.column_labels = {
            {QStringLiteral("the")}, {QStringLiteral("animal")}, {QStringLiteral("street")}};
        content.row = 0;
        content.column = 2;
        map.setContent(content);
        map.resize(400, 300);
        QAccessibleInterface* picture = QAccessible::queryAccessibleInterface(&map);
        QCOMPARE(picture->role(), QAccessible::Table);
        QCOMPARE(picture->text(QAccessible::Name), QStringLiteral("attention weights"));
        QAccessibleTableInterface* table = picture->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 3);
        QCOMPARE(table->rowDescription(1), QStringLiteral("was"));
        QCOMPARE(table->columnDescription(1), QStringLiteral("animal"));
        QAccessibleInterface* cell = table->cellAt(1, 1);
        QCOMPARE(cell->role(), QAccessible::Cell);
        for (const char* part : {"was", "animal", "0.5"})
            QVERIFY(cell->text(QAccessible::Name).contains(QString::fromLatin1(part)));
        QCOMPARE(cell->parent(), picture);
        QCOMPARE(picture->indexOfChild(cell), 4);
        QCOMPARE(picture->child(4), cell);
        QCOMPARE(table->selectedCells().size(), 1);
        QCOMPARE(table->selectedCells().first()->tableCellInterface()->columnIndex(), 2);
        QCOMPARE(table->cellAt(2, 0), nullptr);
        // A cell of a map that has become smaller is none.
        content.rows = 1;
        content.values.resize(3);
        content.row_labels.resize(1);
        map.setContent(content);
        QVERIFY(!cell->isValid());
        QVERIFY(cell->text(QAccessible::Name).isEmpty());
    }

    void barsAreATableOfWordsAndNumbers()
    {
        BarList list;
        Bar bar;
        bar.label = QStringLiteral("il");
        bar.number = QStringLiteral("0.90");
        list.setBars({bar});
        QAccessibleTableInterface* table = QAccessible::queryAccessibleInterface(&list)->tableInterface();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->cellAt(0, 0)->text(QAccessible::Name), QStringLiteral("il"));
        QCOMPARE(table->cellAt(0, 1)->text(QAccessible::Name), QStringLiteral("0.90"));
    }

    void theArithmeticIsRead()
    {
        ExplanationPage page;
        ExplanationContent content;
        content.title = QStringLiteral("How this number is made");
        content.sections.push_back(
            {QStringLiteral("2 · Scale"), QStringLiteral("65.98 ÷ √32 = 11.66"), {}, -1, {}, {}});
        page.setContent(content);
        QAccessibleInterface* read = QAccessible::queryAccessibleInterface(&page);
        QCOMPARE(read->role(), QAccessible::StaticText);
        QCOMPARE(read->text(QAccessible::Name), content.title);
        QVERIFY(read->text(QAccessible::Value).contains(QStringLiteral("65.98 ÷ √32 = 11.66")));
    }
};

QTEST_MAIN(TestAccessiblePicture)
#include "tst_accessible_picture.moc"
