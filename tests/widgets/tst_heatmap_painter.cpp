#include "widgets/paint/heatmap_painter.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QtTest>

#include <limits>
#include <numbers>

using namespace glassformer;

/** What is drawn where a computation broke, row 16 of the bad inputs. */
class TestHeatmapPainter : public QObject
{
    Q_OBJECT

private slots:
    void aCellWithoutANumberIsCrossed_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("large cells") << 2;
        QTest::newRow("cells of a pixel") << 200;
    }
    void aCellWithoutANumberIsCrossed()
    {
        QFETCH(int, size);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        const QImage whole = picture(size, 0.5f);
        QVERIFY(picture(size, nan) != whole);
        QCOMPARE(picture(size, nan), picture(size, infinity));
        QVERIFY2(picture(size, nan) != picture(size, -infinity), "looks like a masked cell");
    }

    void aLongTextIsNotTallerThanAScreen()
    {
        const auto height = [this](int rows) { return naturalHeatmap(filled(rows, 0.5f), style).height(); };
        QVERIFY(height(20) > 1.5 * height(10));
        QVERIFY2(height(1000) < 45 * style.em(), "would be painted where nobody looks");
    }

    void theLargestSizeIsThatOfNumbers()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        QCOMPARE(largestSize({0.5f, -3.25f, nan, -nan, infinity, -infinity, 2.0f}), 3.25);
        QCOMPARE(largestSize({0.0f, -0.0f, nan, -infinity}), 1.0);
        QCOMPARE(largestSize({}), 1.0);
        QCOMPARE(largestSize({1e-42f, -3e38f}), double(3e38f));
    }

    void theyAreCountedInTheLegend()
    {
        HeatmapContent content = filled(4, 0.5f);
        QCOMPARE(noNumbers(content), 0);
        content.values[3] = std::numeric_limits<float>::quiet_NaN();
        content.values[7] = std::numeric_limits<float>::infinity();
        content.values[9] = -std::numeric_limits<float>::infinity();
        QCOMPARE(noNumbers(content), 2);
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        const QRect legend =
            QRectF(geometry.colour_bar.left(), geometry.colour_bar.top() - 1, area.width(), 60).toRect();
        HeatmapContent other = content;
        other.values[3] = other.values[7] = 0.5f;
        QVERIFY(drawn(content).copy(legend) != drawn(other).copy(legend));
    }

    void aFileOfVectorsStaysAFileThatOpens_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("has_vectors");
        QTest::newRow("a paragraph") << 135 << true;
        QTest::newRow("a page") << 1000 << false;
    }
    void aFileOfVectorsStaysAFileThatOpens()
    {
        QFETCH(int, size);
        QFETCH(bool, has_vectors);
        HeatmapContent content = filled(size, 0);
        for (int row = 0; row < size; ++row)
            for (int column = 0; column < size; ++column)
                content.values[std::size_t(row * size + column)] =
                    column > row ? -std::numeric_limits<float>::infinity() : float(column * 7 % 100) / 100;
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        QPainter painter(&generator);
        paintHeatmap(painter, layoutHeatmap(area, content, style), content, style);
        painter.end();
        QVERIFY2(buffer.size() < 4'000'000, qPrintable(QString::number(buffer.size())));
        QCOMPARE(!buffer.data().contains("<image"), has_vectors);
        QVERIFY(QSvgRenderer(buffer.data()).isValid());
    }

    void leaningLabelsDoNotTouch_data()
    {
        QTest::addColumn<double>("cell");
        for (const double cell : {3.0, 7.0, 9.5, 12.8, 17.0, 22.0, 40.0})
            QTest::newRow(qPrintable(QString::number(cell))) << cell;
    }
    void leaningLabelsDoNotTouch()
    {
        QFETCH(double, cell);
        const QFont font = columnLabelFont(style, cell);
        const double distance = cell / std::numbers::sqrt2; // between the lines of neighbouring columns
        const double written = QFontMetricsF(font).tightBoundingRect(QStringLiteral("bridg")).height();
        QVERIFY(written <= distance * labelStride(distance, font) + 0.5);
        QVERIFY2(cell < 12 || labelStride(distance, font) == 1, "a label is left out that had room");
    }

private:
    static HeatmapContent filled(int size, float value)
    {
        HeatmapContent content;
        content.rows = content.columns = size;
        content.values.assign(std::size_t(size) * std::size_t(size), value);
        content.column_kind = ColumnKind::Dimensions;
        return content;
    }

    QImage drawn(const HeatmapContent& content) const
    {
        QImage image(area.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintHeatmap(painter, layoutHeatmap(area, content, style), content, style);
        return image;
    }

    /** Of the cells alone: all of one value but the first. */
    QImage picture(int size, float first) const
    {
        HeatmapContent content = filled(size, 0.5f);
        content.values[0] = first;
        content.has_colour_bar = false;
        return drawn(content);
    }

    const QRectF area{0, 0, 400, 300};
    const FigureStyle style;
};

QTEST_MAIN(TestHeatmapPainter)
#include "tst_heatmap_painter.moc"
