#include "widgets/machine/block_painter.h"
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
    /** Chinese has no spaces: a break inside a word would make the reader stop. */
    void aNameInTwoLinesIsBrokenBetweenWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("lines");
        const auto add = [](const char* name, const char* lines) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(lines);
        };
        add("带掩码的自注意力", "带掩码的\n自注意力");
        add("带掩码的分数", "带掩码的\n分数");
        add("门控前馈网络", "门控\n前馈网络");
        add("该位置的词元", "该位置的\n词元");
        add("已写出的部分", "已写出的\n部分");
        add("最后一层的隐藏向量", "最后一层的\n隐藏向量");
        add("下一个词元", "下一个\n词元");
        add("层归一化", "层归一化");
        add("值的加权和", "值的\n加权和");
        add("分数 + 距离偏置", "分数 +\n距离偏置");
        add("Cross-attention", "Cross-\nattention");
        add("Masked scores", "Masked\nscores");
    }
    void aNameInTwoLinesIsBrokenBetweenWords()
    {
        QFETCH(QString, name);
        QTEST(inTwoLines(name, QFontMetricsF(QFont())), "lines");
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
