#include "widgets/paint/attention/attention_lines_painter.h"

#include "widgets/paint/axis_labels.h"

#include <QFontMetricsF>
#include <QtTest>

using namespace glassformer;

class TestAttentionLinesPainter : public QObject
{
    Q_OBJECT

private slots:
    void aTitleWiderThanTheWordsIsNotCutAtTheLeft()
    {
        AttentionLinesContent content = sentence(3);
        content.query_title = QStringLiteral("asks (query)");
        const FigureStyle style;
        const AttentionLinesGeometry geometry = layoutAttentionLines(QRectF(0, 0, 300, 200), content, style);
        const double title = QFontMetricsF(style.smallFont()).horizontalAdvance(content.query_title);
        QVERIFY(geometry.query_column.right() - title >= 0);
    }

    void fewLongKeysBesideManyShortQueriesAreWrittenWhole()
    {
        AttentionLinesContent content = sentence(40);
        content.keys.assign(5, {QStringLiteral("bridge")});
        const FigureStyle style;
        const AttentionLinesGeometry geometry = layoutAttentionLines(QRectF(0, 0, 400, 400), content, style);
        QFont bold = labelFont(style, geometry.key_pitch);
        bold.setBold(true);
        const double word = QFontMetricsF(bold).horizontalAdvance(QStringLiteral("bridge 0.99"));
        QVERIFY2(geometry.key_column.width() >= word, qPrintable(QString::number(word)));
    }

    void aTitleWiderThanTheKeysIsNotCutAtTheRight()
    {
        AttentionLinesContent content = sentence(40);
        content.key_title = QStringLiteral("answers (key)");
        const FigureStyle style;
        const AttentionLinesGeometry geometry = layoutAttentionLines(QRectF(0, 0, 300, 200), content, style);
        const double title = QFontMetricsF(style.smallFont()).horizontalAdvance(content.key_title);
        QVERIFY(geometry.key_column.left() + title <= 300);
    }

    void everyWordIsFoundWhereItIsDrawn_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("a sentence") << 14;
        QTest::newRow("a page") << 200;
    }
    void everyWordIsFoundWhereItIsDrawn()
    {
        QFETCH(int, count);
        const AttentionLinesGeometry geometry =
            layoutAttentionLines(QRectF(10, 20, 500, 400), sentence(count), {});
        for (int i = 0; i < count; ++i) {
            QCOMPARE(geometry.queryAt(geometry.queryRect(i).center()), std::optional(i));
            QCOMPARE(geometry.keyAt(geometry.keyRect(i).center()), std::optional(i));
        }
        QVERIFY(!geometry.queryAt({-5, -5}));
    }

private:
    static AttentionLinesContent sentence(int count)
    {
        AttentionLinesContent content;
        for (int i = 0; i < count; ++i) {
            content.queries.push_back({QStringLiteral("a")});
            content.keys.push_back({QStringLiteral("a")});
        }
        return content;
    }
};

QTEST_MAIN(TestAttentionLinesPainter)
#include "tst_attention_lines_painter.moc"
