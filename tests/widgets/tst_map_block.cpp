#include "widgets/machine/map_block.h"

#include <QtTest>

using namespace glassformer;

/** A block of the machine: its name, and as much of what it works on as there is room for. */
class TestMapBlock : public QObject
{
    Q_OBJECT

private slots:
    void halfAShapeIsNotShownAsAnother()
    {
        const int name_only = widthFor({});
        QCOMPARE(picture(QStringLiteral("14×14"), name_only + 12), picture({}, name_only + 12));
        const int enough = widthFor(QStringLiteral("14×14"));
        QVERIFY(picture(QStringLiteral("14×14"), enough) != picture({}, enough));
    }
    void aWordMayBeCut()
    {
        const int width = widthFor({}) + 30;
        QVERIFY(picture(QStringLiteral("incomprehensibilities"), width) != picture({}, width));
    }

private:
    static int widthFor(const QString& detail)
    {
        MapBlock block;
        block.setName(QStringLiteral("Scores + distance"));
        block.setDetail(detail);
        return block.sizeHint().width();
    }
    static QImage picture(const QString& detail, int width)
    {
        MapBlock block;
        block.setName(QStringLiteral("Scores + distance"));
        block.setDetail(detail);
        block.resize(width, block.sizeHint().height());
        return block.grab().toImage();
    }
};

QTEST_MAIN(TestMapBlock)
#include "tst_map_block.moc"
