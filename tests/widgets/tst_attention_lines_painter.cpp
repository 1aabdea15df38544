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

    void whatIsNotToldHasNoWeight()
    {
        AttentionLinesContent content = sentence(4);
        content.weights.assign(16, 0.25f);
        content.query = 1;
        content.key = 2;
        const auto told = [&](Cover::Open open, double share = 0) {
            QString shown;
            const AttentionLinesContent part = toldPart(content, {open, share});
            for (const float weight : part.weights)
                shown += weight > 0 ? u'x' : u'.';
            return shown;
        };
        QCOMPARE(told(Cover::Open::Nothing), QStringLiteral("................"));
        QCOMPARE(told(Cover::Open::Cell), QStringLiteral("......x........."));
        QCOMPARE(told(Cover::Open::Row), QStringLiteral("....xxxx........"));
        QCOMPARE(told(Cover::Open::Rows, 0.75), QStringLiteral("xxxxxxxxxxxx...."));
        QCOMPARE(told(Cover::Open::All), QStringLiteral("xxxxxxxxxxxxxxxx"));
        // While rows are filled in, the curves of all of them are seen.
        QVERIFY(!toldPart(content, {Cover::Open::Rows, 0.75}).query);
        QCOMPARE(toldPart(content, {Cover::Open::Row, 0}).query, content.query);
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
